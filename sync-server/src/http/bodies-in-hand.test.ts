import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { Phone } from '#src/testing/sync-kit.ts';

let server: TestServer;
let owner: Phone;
let manager: Phone;

beforeAll(async () => {
  server = await startServer();
  const session = await registerOwner(server);
  owner = new Phone(server, session);
  manager = new Phone(server, await joinWorkshop(server, session));
});
afterAll(() => server.stop());

/** Begins to send a fourth of what one person may have under way, and never goes on. */
async function begin(phone: Phone, path: string): Promise<() => void> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  const headers = [
    `POST ${path} HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${phone.session.accessToken}`,
    'Content-Type: application/json',
    `Content-Length: ${4 * 1024 * 1024 - 8 * 1024}`,
  ];
  socket.on('error', () => undefined).write(`${headers.join('\r\n')}\r\n\r\n{"docs":`);
  return () => socket.destroy();
}

it.each(['sync', 'quarantine'])('one person’s bodies take a part of the room, on %s', async (where) => {
  const path = where === 'sync' ? `/sync/${manager.session.workshop.id}/_bulk_docs` : '/api/quarantine';
  // More than there is room for: one may come while a question of ours is under way, and is refused for it.
  const ends = await Promise.all(Array.from({ length: 6 }, () => begin(manager, path)));
  const send = (phone: Phone) =>
    server.call(path, { token: phone.session.accessToken, body: { docs: [], documents: [] } });
  await expect.poll(async () => (await send(manager)).status).toBe(503);
  const refused = await send(manager);
  expect([refused.headers.get('retry-after'), JSON.stringify(refused.body)]).toEqual([
    '2',
    expect.stringContaining('Send one after the other.'),
  ]);
  expect((await send(owner)).status).not.toBe(503);
  for (const end of ends) end();
  await expect.poll(async () => (await send(manager)).status).not.toBe(503);
});
