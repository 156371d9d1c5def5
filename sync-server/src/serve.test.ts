import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, it } from 'vitest';
import { parseConfig } from './config/config.ts';
import { createContext } from './context.ts';
import { serve } from './serve.ts';

it('cuts slow and silent connections, but none that waits as long as a poll may', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'revops-serve-'));
  const base = parseConfig({ LOG_LEVEL: 'silent', HOST: '127.0.0.1', LONGPOLL_SECONDS: '300' });
  const config = { ...base, port: 0, dataDir };
  const { server, stop } = await serve(await createContext(config), express());
  expect(server.headersTimeout).toBeGreaterThan(0);
  expect(server.requestTimeout).toBeGreaterThan(server.headersTimeout);
  expect(server.timeout).toBeGreaterThan(config.longpollMs);
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  await stop();
});
