import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '#src/errors/app-error.ts';
import { CouchConnection, type CouchCall } from './couch-connection.ts';
import { toAppError } from './couch-failure.ts';
import { maxSockets, maxWaiting } from './request-limits.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;
let connection: CouchConnection | undefined;
let broken = 0;

/** A CouchDB that answers as told, the last answer for ever. */
async function couchThat(...answers: readonly Answer[]): Promise<{ readonly requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    request.resume();
    answer?.(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  broken = 0;
  connection = new CouchConnection(`http://admin:s%40cret@127.0.0.1:${port}`, () => (broken += 1));
  return { requests };
}

afterEach(async () => {
  vi.restoreAllMocks();
  await connection?.close('kill');
  server?.closeAllConnections();
  server?.close();
});

const json =
  (status: number, body: unknown): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const cutOff: Answer = (request) => request.socket.destroy();
const brokenOff: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"rows":[');
  setTimeout(() => response.socket?.destroy(), 20);
};

const read: CouchCall = { kind: 'read', path: 'db/doc' };
const write: CouchCall = { kind: 'write', method: 'POST', path: 'db', body: { _id: 'a' } };
const call = (what: CouchCall) => (connection as CouchConnection).call(what);
const codeOf = (what: CouchCall): Promise<string> =>
  call(what).then(
    () => 'none',
    (error: unknown) => toAppError(error).code,
  );

describe('a request to CouchDB', () => {
  it('tells 201 from 202 and sends the password of the address', async () => {
    const { requests } = await couchThat(json(201, { rev: '1-a' }), json(202, { rev: '1-b' }));
    expect(await call(write)).toEqual({ status: 201, body: { rev: '1-a' } });
    expect(await call(write)).toEqual({ status: 202, body: { rev: '1-b' } });
    const expected = `Basic ${Buffer.from('admin:s@cret').toString('base64')}`;
    expect(requests[0]?.headers.authorization).toBe(expected);
  });

  it('is repeated when it reads and nobody answered', async () => {
    const { requests } = await couchThat(cutOff, json(503, { error: 'busy' }), json(200, { x: 1 }));
    expect((await call(read)).body).toEqual({ x: 1 });
    expect(requests).toHaveLength(3);
    expect(broken).toBeGreaterThan(0);
  });

  it('is not asked again at once when a look-up took all its time, and the caller is told to wait longer', async () => {
    const short = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => short(20));
    const { requests } = await couchThat(() => undefined);
    const failure = await call({ kind: 'scan', path: 'db/_design/x/_view/y' }).catch(toAppError);
    expect(failure).toMatchObject({ code: 'unavailable', retryAfterSeconds: 15 });
    expect(requests).toHaveLength(1);
  });

  it('is never repeated when it writes', async () => {
    const { requests } = await couchThat(cutOff);
    expect(await codeOf(write)).toBe('unavailable');
    expect(requests).toHaveLength(1);
  });

  it('does not take half an answer for an empty one', async () => {
    await couchThat(brokenOff);
    expect(await codeOf(write)).toBe('unavailable');
  });

  it('leaves as a code that cannot be mistaken for the caller’s own', async () => {
    const statuses = [400, 401, 403, 404, 413, 500];
    await couchThat(...statuses.map((status) => json(status, { error: 'x', reason: 'y' })));
    const codes = [];
    for (const _ of statuses) codes.push(await codeOf(write));
    expect(codes).toEqual([
      'bad_request',
      'unavailable',
      'unavailable',
      'unavailable',
      'payload_too_large',
      'unavailable',
    ]);
  });

  it('is refused at once when too many wait, and those that wait are answered', async () => {
    const held: ServerResponse[] = [];
    await couchThat((_request, response) => void held.push(response));
    const waiting = Array.from({ length: maxSockets + maxWaiting }, () => call(write));
    const refused = await call(write).catch((error: unknown) => error as AppError);
    expect(refused).toMatchObject({ code: 'unavailable', retryAfterSeconds: 2 });
    const answering = setInterval(() => {
      for (const response of held.splice(0)) json(201, { ok: true })(response.req, response);
    }, 1);
    const answers = await Promise.all(waiting);
    clearInterval(answering);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
  });

  it('leaves its socket open, whatever is asked: each one that closes is taken for the end of CouchDB', async () => {
    await couchThat(json(200, { uptime: 5 }));
    const one = connection as CouchConnection;
    for (let n = 0; n < 5; n += 1) {
      await call(read);
      await one.aside(read);
      expect((await one.asideTimed('_node/a/_system')).atMs).toBeGreaterThan(Date.now() - 5000);
    }
    expect(broken).toBe(0);
  });

  it('ends with the store', async () => {
    await couchThat(() => undefined);
    const waiting = codeOf(write);
    await connection?.close('kill');
    expect(await waiting).toBe('unavailable');
    expect(await codeOf(read)).toBe('unavailable');
  });
});
