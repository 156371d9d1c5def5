import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONTRACT_VERSION } from '@revops/domain';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '#src/testing/start-server.ts';
import { contractVersion } from './contract-version.ts';
import { errorHandler } from './error-handler.ts';

let server: TestServer;
let doors: Server;

beforeAll(async () => {
  server = await startServer();
  const { context } = server;
  const app = express()
    .use(contractVersion({ oldest: 3, current: 5 }))
    .use((_request, response) => void response.json({ ok: true }))
    .use(errorHandler(context.logger, context.metrics));
  doors = app.listen(0, '127.0.0.1');
  await once(doors, 'listening');
});
afterAll(async () => {
  doors.close();
  await server.stop();
});

async function ask(path: string, app?: string) {
  const { port } = doors.address() as AddressInfo;
  const headers = app === undefined ? {} : { 'x-app-contract': app };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const body = (await response.json()) as { code?: string; error?: { code?: string } };
  return [response.status, response.headers.get('x-contract'), body.code ?? body.error?.code];
}

it('an app that is too old is told so on every call that it would get wrong, in the form of that call', async () => {
  expect(await ask('/api/managers', '2')).toEqual([426, '5', 'app_outdated']);
  expect(await ask('/sync/w/_bulk_docs', '2')).toEqual([426, '5', 'app_outdated']);
});

it('whoever is not too old, or names no version, is served and told what the server speaks', async () => {
  for (const app of ['3', '5', '9', undefined, 'newest', '-1'])
    expect(await ask('/sync/w/_changes', app)).toEqual([200, '5', undefined]);
});

it('the newer app itself, and whether the server is well, can be fetched by any app', async () => {
  for (const path of ['/', '/assets/app.js', '/service-worker.js', '/api/health'])
    expect(await ask(path, '1')).toEqual([200, '5', undefined]);
});

it('the server names its version on every answer', async () => {
  const response = await fetch(`${server.url}/api/health`);
  expect(response.headers.get('x-contract')).toBe(String(CONTRACT_VERSION));
});
