import type { Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formProblem } from './documented-form.ts';
import type { FoundRoute } from './routes-of.ts';
import { openTarget, type Target } from './target.ts';
import { exchange, talk } from './wire.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.stop());

const MB = 1024 * 1024;

const head = (method: string, path: string, lines: readonly string[] = []): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${target.owner.session.accessToken}`,
    ...lines,
    '',
    '',
  ].join('\r\n');

const concrete = (path: string): string =>
  path
    .replace(':workshop', target.owner.session.workshop.id)
    .replace(':sha256', 'a'.repeat(64))
    .replaceAll(/:[a-z]+/gi, 'job%3Ax');

/** Writes for as long as the other side reads, and counts. */
function pour(socket: Socket, chunk: Uint8Array, wrap: (size: number) => string): () => number {
  let written = 0;
  const more = (): void => {
    // As fast as it is read, but leaving room for what else this process does.
    if (!socket.destroyed && socket.writable && written < 200 * MB) {
      written += chunk.length;
      socket.write(wrap(chunk.length));
      socket.write(chunk);
      if (socket.write('\r\n')) setImmediate(more);
      else socket.once('drain', more);
    }
  };
  more();
  return () => written;
}

describe('a body without an end', () => {
  it('is refused on every route that takes one, while it is still coming', async () => {
    const routes = target.routes.filter(({ method }) => method === 'POST' || method === 'PUT');
    const problems: string[] = [];
    const attack = async ({ method, path }: FoundRoute): Promise<void> => {
      let poured = (): number => 0;
      const reply = await talk(target.port, 20_000, (socket) => {
        socket.write(
          head(method, concrete(path), ['Content-Type: application/json', 'Transfer-Encoding: chunked']),
        );
        const spaces = new Uint8Array(64 * 1024).fill(0x20);
        poured = pour(socket, spaces, (size) => `${size.toString(16)}\r\n`);
      });
      const problem = reply.status < 400 ? `answers ${reply.status}` : formProblem(path, reply);
      if (problem !== undefined) problems.push(`${method} ${path} ${problem}`);
      if (poured() > 100 * MB || reply.ms > 15_000)
        problems.push(`${method} ${path} took ${Math.round(poured() / MB)} MB in ${Math.round(reply.ms)} ms`);
    };
    await Promise.all(routes.map(attack));
    expect(problems).toEqual([]);
  }, 60_000);

  it('that says how long it is, is refused before it comes', async () => {
    for (const path of ['/api/auth/login', `/sync/${target.owner.session.workshop.id}/_bulk_docs`]) {
      const reply = await talk(target.port, 10_000, (socket) => {
        socket.write(head('POST', path, ['Content-Type: application/json', `Content-Length: ${500 * MB}`]));
      });
      expect([path, reply.status, reply.ms < 9000]).toEqual([path, 413, true]);
    }
  });
});

describe('compressed bodies', () => {
  it('that swell to 200 MB are refused at their limit, and cost no memory', async () => {
    const bomb = gzipSync(new Uint8Array(200 * MB).fill(0x20), { level: 9 });
    const paths = ['/api/auth/login', '_bulk_docs', '_bulk_get', '_revs_diff', '_all_docs', '_changes'].map(
      (path) => (path.startsWith('/') ? path : `/sync/${target.owner.session.workshop.id}/${path}`),
    );
    for (const path of paths) {
      const before = process.memoryUsage().rss;
      const reply = await exchange(target.port, {
        method: 'POST',
        path,
        headers: [
          ['content-type', 'application/json'],
          ['content-encoding', 'gzip'],
          ['authorization', `Bearer ${target.owner.session.accessToken}`],
        ],
        body: bomb,
        chunked: false,
      });
      expect([path, reply.status]).toEqual([path, 413]);
      expect((process.memoryUsage().rss - before) / MB).toBeLessThan(80);
    }
  }, 60_000);

  it('of a kind that nobody knows are refused in words', async () => {
    const reply = await exchange(target.port, {
      method: 'POST',
      path: '/api/auth/login',
      headers: [
        ['content-type', 'application/json'],
        ['content-encoding', 'zip'],
      ],
      body: Buffer.from('{}'),
      chunked: false,
    });
    expect([reply.status, formProblem('/api', reply)]).toEqual([415, undefined]);
  });
});

describe('slow clients', () => {
  /** The server's own limits, a hundred times shorter: a test cannot wait for minutes. */
  function hurry(server: Server): () => void {
    const { headersTimeout, requestTimeout, timeout } = server;
    const checked = server as Server & { connectionsCheckingInterval: number };
    const { connectionsCheckingInterval } = checked;
    Object.assign(checked, { headersTimeout: 300, requestTimeout: 900, connectionsCheckingInterval: 50 });
    // Node sets its clock by these when it begins to listen.
    server.emit('listening');
    return () => {
      Object.assign(checked, { headersTimeout, requestTimeout, timeout, connectionsCheckingInterval });
      server.emit('listening');
    };
  }

  it('have limits that Node looks after: headers, whole requests, and silence', () => {
    const { server } = target.running;
    expect(server.headersTimeout).toBeGreaterThan(0);
    expect(server.headersTimeout).toBeLessThanOrEqual(70_000);
    expect(server.requestTimeout).toBeGreaterThan(0);
    expect(server.requestTimeout).toBeLessThanOrEqual(300_000);
    // A reader that takes nothing of its answer must not hold it for ever; a waiting poll is silent for its whole length.
    expect(server.timeout).toBeGreaterThan(200);
    expect(server.timeout).toBeLessThanOrEqual(600_000);
  });

  it('lose their connection: headers by the letter, bodies by the byte, and nothing at all', async () => {
    const restore = hurry(target.running.server);
    const login = head('POST', '/api/auth/login', ['Content-Type: application/json', 'Content-Length: 1000']);
    const drip = (text: string) => (socket: Socket) => {
      let at = -1;
      const timer = setInterval(
        () => (socket.destroyed ? clearInterval(timer) : socket.write(text[(at += 1)] ?? ' ')),
        40,
      );
      socket.once('close', () => clearInterval(timer));
    };
    const replies = await Promise.all([
      talk(target.port, 8000, drip(login)),
      talk(target.port, 8000, (socket) => {
        socket.write(login);
        drip('{"email":"')(socket);
      }),
      talk(target.port, 8000, () => undefined),
    ]);
    restore();
    for (const reply of replies) expect(reply.ms).toBeLessThan(6000);
    expect(replies.slice(0, 2).map((reply) => reply.status)).toEqual([408, 408]);
    const healthy = await exchange(target.port, {
      method: 'GET',
      path: '/api/health',
      headers: [],
      body: undefined,
      chunked: false,
    });
    expect(healthy.status).toBe(200);
  }, 20_000);
});

describe('requests that two readers could read differently', () => {
  it.each([
    ['both a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
    ['a length that is none', ['Content-Length: -1']],
    ['a coding that is none', ['Transfer-Encoding: chunked, x']],
    ['headers of 200 KB', Array.from({ length: 200 }, (_, index) => `X-${index}: ${'x'.repeat(1000)}`)],
  ])('are refused: %s', async (_title, lines) => {
    const reply = await talk(target.port, 5000, (socket) => {
      socket.write(
        head('POST', '/api/auth/login', ['Content-Type: application/json', ...lines]) + '0\r\n\r\n',
      );
    });
    expect([400, 431, 501]).toContain(reply.status);
  });
});
