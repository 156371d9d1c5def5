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
    `Content-Length: ${4 * 1024 * 1024 - 64 * 1024}`,
  ];
  socket.on('error', () => undefined).write(`${headers.join('\r\n')}\r\n\r\n{"docs":`);
  return () => socket.destroy();
}

it.each(['sync', 'quarantine'])('one person’s bodies take a part of the room, on %s', async (where) => {
  const path = where === 'sync' ? `/sync/${manager.session.workshop.id}/_bulk_docs` : '/api/quarantine';
  const send = async (phone: Phone, bytes: number) => {
    const body = { docs: [], documents: [], more: 'x'.repeat(bytes) };
    return server.call(path, { token: phone.session.accessToken, body });
  };
  const ends: (() => void)[] = [];
  for (let count = 0; count < 4; count += 1) {
    ends.push(await begin(manager, path));
    // Small enough to find room beside them; answered after what began before.
    for (let again = 0; again < 3; again += 1) expect((await send(manager, 0)).status).not.toBe(503);
  }
  const refused = await send(manager, 300_000);
  expect([refused.status, refused.headers.get('retry-after'), JSON.stringify(refused.body)]).toEqual([
    503,
    '2',
    expect.stringContaining('Send one after the other.'),
  ]);
  expect((await send(owner, 300_000)).status).not.toBe(503);
  for (const end of ends) end();
  await expect.poll(async () => (await send(manager, 300_000)).status).not.toBe(503);
});
