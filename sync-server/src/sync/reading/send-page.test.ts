import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from 'vitest';
import type { WireRow } from './changes-answer.ts';
import { sendPage } from './send-page.ts';

type Read = Parameters<typeof sendPage>[1];
let close = (): void => undefined;
afterEach(() => close());

/** What a reader gets of a page that is read so. */
async function answerTo(read: Read): Promise<Response> {
  const app = express().get('/', (_request, response) => sendPage(response, read));
  const inWords: express.ErrorRequestHandler = (_error, _request, response, _next) => {
    response.status(503).json({ error: 'down' });
  };
  const server = app.use(inWords).listen(0, '127.0.0.1');
  close = () => void server.close();
  await once(server, 'listening');
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const row = (n: number): WireRow => ({ seq: String(n), id: `job:${n}`, changes: [{ rev: '1-a' }] });
const end = { last_seq: '3', pending: 7, restarted: true } as const;

it('is one JSON text, in however many parts it was read', async () => {
  const rows = [row(1), row(2), row(3)];
  const response = await answerTo((tell) => {
    tell(rows.slice(0, 1));
    tell([]);
    tell(rows.slice(1));
    return Promise.resolve({ results: rows, ...end });
  });
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toEqual({ results: rows, ...end });
});

it('carries what was not told in parts, such as a row that only says how far was read', async () => {
  const answer = { results: [row(1)], ...end };
  expect(await (await answerTo(() => Promise.resolve(answer))).json()).toEqual(answer);
});

it('has a status of its own where nothing was read, and breaks off where a part is missing', async () => {
  const down = (): Promise<never> => Promise.reject(new Error('down'));
  expect((await answerTo(down)).status).toBe(503);
  const broken = answerTo((tell) => {
    tell([row(1)]);
    return down();
  });
  await expect(broken.then((response) => response.text())).rejects.toBeInstanceOf(TypeError);
});
