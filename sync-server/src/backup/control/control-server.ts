import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wordsOfFailure } from '../schedule/words-of-failure.ts';
import { proofOf, removeControlFile, writeControlFile } from './control-file.ts';

export type ControlTask = (input: unknown) => Promise<unknown>;

export interface Control {
  close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024;

/**
 * How `npm run backup` speaks to a server that has the embedded store to itself: on this machine only, with a token that
 * stands in a file beside the data. Nothing of it is on the server's public port.
 */
export async function startControl(
  dataDir: string,
  tasks: Readonly<Record<string, ControlTask>>,
): Promise<Control> {
  let token = '';
  const server = createServer((request, response) => {
    answer(request, response, tasks, token).catch((error: unknown) => {
      reply(response, 500, { error: wordsOfFailure(error) });
    });
  });
  // A backup takes as long as it takes.
  server.requestTimeout = 0;
  await listen(server);
  ({ token } = await writeControlFile(dataDir, (server.address() as AddressInfo).port));
  return {
    async close() {
      await removeControlFile(dataDir);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  tasks: Readonly<Record<string, ControlTask>>,
  token: string,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/proof')
    return reply(response, 200, { proof: proofOf(token, searchParams.get('nonce') ?? '') });
  const task = tasks[pathname.slice(1)];
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return reply(response, 401, {});
  if (!task || request.method !== 'POST') return reply(response, 404, {});
  const result = await task(await bodyOf(request));
  reply(response, 200, result);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) {
    text += piece as string;
    if (text.length > maxBodyBytes) throw new Error('too large');
  }
  return JSON.parse(text);
}

function isSame(one: string, other: string): boolean {
  const encoder = new TextEncoder();
  const [a, b] = [encoder.encode(one), encoder.encode(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}
