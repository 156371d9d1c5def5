import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '#src/testing/start-server.ts';

let server: TestServer;

beforeAll(async () => {
  const failing = ['CouchDB does not answer at http://10.0.0.7:5984.', 'revops-ws-0192: crashing'];
  const state = { checkedAt: '2026-11-21T12:00:00.000Z', databases: 3, behind: 7, failing };
  server = await startServer({ parts: () => ({ standby: () => state }) });
});
afterAll(() => server.stop());

it('says to anybody that a standby does not follow, and neither whose data it is nor where it stands', async () => {
  const { status, body } = await server.call('/api/ready');
  expect(status).toBe(200);
  expect(body).toMatchObject({ standby: { databases: 3, behind: 7, failing: 2 } });
  expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|0192/);
});
