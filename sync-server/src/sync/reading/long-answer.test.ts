import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { Phone } from '#src/testing/sync-kit.ts';

let server: TestServer;
const warnings: Error[] = [];
const note = (warning: Error): void => void warnings.push(warning);

beforeAll(async () => {
  process.on('warning', note);
  server = await startServer();
});

afterAll(async () => {
  process.off('warning', note);
  await server.stop();
});

test('a long answer is read whole without a warning of the process', async () => {
  const phone = new Phone(server, await registerOwner(server));
  const documents = Array.from({ length: 40 }, () => phone.openJob()).flat();
  await phone.send(documents);
  const docs = documents.map(({ _id }) => ({ id: _id }));
  const headers = { 'accept-encoding': 'gzip' };
  const { body } = await phone.call<{ results: unknown[] }>('/_bulk_get', { body: { docs }, headers });
  expect(body.results).toHaveLength(docs.length);
  await new Promise(setImmediate);
  expect(warnings.map(String)).toEqual([]);
});
