import { request as httpRequest } from 'node:http';
import { MAX_FILE_BYTES, type Session } from '@revops/domain';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askFile,
  asking,
  isSame,
  jpegOf,
  nameFile,
  partOf,
  textBytes,
  type FileAsk,
} from '../testing/file-kit.ts';
import { startFileServer } from '../testing/file-server.ts';
import { joinWorkshop, registerOwner, type TestServer } from '../testing/start-server.ts';
import { Phone } from '../testing/sync-kit.ts';

let server: TestServer;
let manager: Phone;
beforeAll(async () => {
  server = await startFileServer();
  const session = await registerOwner(server);
  manager = new Phone(server, await joinWorkshop(server, session));
});
afterAll(() => server.stop());

const ask = (session: Session | undefined, name: string, how?: FileAsk) =>
  askFile(server, session, name, how);

describe('sending a file', () => {
  it('stores it whole, and the second time does nothing', async () => {
    const bytes = jpegOf(300_000);
    const name = await nameFile(manager, bytes);
    expect((await ask(manager.session, name, { body: bytes })).status).toBe(201);
    const again = await ask(manager.session, name, { body: bytes });
    expect([again.status, again.body.received]).toEqual([200, bytes.length]);
    expect(isSame((await ask(manager.session, name)).bytes, bytes)).toBe(true);
  });

  it('takes parts, says how much is here, and goes on from there', async () => {
    const bytes = jpegOf(500_000);
    const name = await nameFile(manager, bytes);
    expect((await ask(manager.session, name, asking(bytes.length))).body.received).toBe(0);
    const first = await ask(manager.session, name, partOf(bytes, 0, 200_000));
    expect([first.status, first.body.received, first.headers.get('x-received')]).toEqual([
      202,
      200_000,
      '200000',
    ]);
    expect((await ask(manager.session, name)).status).toBe(404);
    expect((await ask(manager.session, name, asking(bytes.length))).body.received).toBe(200_000);
    const apart = await ask(manager.session, name, partOf(bytes, 300_000, 400_000));
    expect([apart.status, apart.headers.get('x-received')]).toEqual([409, '200000']);
    const overlapping = await ask(manager.session, name, partOf(bytes, 100_000, 500_000));
    expect(overlapping.status).toBe(201);
    expect(isSame((await ask(manager.session, name)).bytes, bytes)).toBe(true);
    expect((await ask(manager.session, name, asking(bytes.length))).status).toBe(200);
  });

  it('keeps what came before the connection was cut', async () => {
    const bytes = jpegOf(400_000);
    const name = await nameFile(manager, bytes);
    await new Promise<void>((resolve) => {
      const cut = httpRequest(`${server.url}/api/files/${name}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${manager.session.accessToken}`,
          'content-length': bytes.length,
        },
      });
      cut.on('error', () => resolve());
      cut.write(bytes.subarray(0, 250_000), () => setTimeout(() => cut.destroy(new Error('cut')), 1000));
    });
    // The server hears of the cut a moment later.
    const received = async (): Promise<unknown> =>
      (await ask(manager.session, name, asking(bytes.length))).body.received;
    await vi.waitFor(async () => expect(await received()).toBe(250_000), { timeout: 10_000 });
    expect((await ask(manager.session, name, partOf(bytes, 250_000, 400_000))).status).toBe(201);
  });

  it('takes bytes that come a few at a time, and lets a newer request go on in place of a hung one', async () => {
    const bytes = jpegOf(64);
    const name = await nameFile(manager, bytes);
    const headers = {
      authorization: `Bearer ${manager.session.accessToken}`,
      'content-length': bytes.length,
    };
    const slow = httpRequest(`${server.url}/api/files/${name}`, { method: 'PUT', headers });
    const ended = new Promise<string>((resolve) => {
      slow.on('error', () => resolve('cut'));
      slow.on('response', (response) => resolve(String(response.statusCode)));
    });
    for (let at = 0; at < 40; at += 4) {
      slow.write(bytes.subarray(at, at + 4));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const { body } = await ask(manager.session, name, asking(bytes.length));
    // The embedded store keeps every byte; one of CouchDB's documents is not made of so few.
    expect([0, 40]).toContain(body.received);
    expect(await ended).toBe('cut');
    expect((await ask(manager.session, name, { body: bytes })).status).toBe(201);
  });

  it('ends in one whole file when the same file is sent several times at once', async () => {
    const bytes = jpegOf(700_000);
    const name = await nameFile(manager, bytes);
    const all = await Promise.allSettled([0, 1, 2].map(() => ask(manager.session, name, { body: bytes })));
    const statuses = all.map((one) => (one.status === 'fulfilled' ? one.value.status : 0));
    expect(statuses.some((status) => [200, 201].includes(status))).toBe(true);
    expect(isSame((await ask(manager.session, name)).bytes, bytes)).toBe(true);
  });

  it('refuses bytes that are not what the name says, and takes the right ones afterwards', async () => {
    const bytes = jpegOf(50_000);
    const name = await nameFile(manager, bytes);
    const wrong = await ask(manager.session, name, { body: jpegOf(50_000) });
    expect([wrong.status, wrong.body.error?.code]).toEqual([422, 'file_mismatch']);
    expect((await ask(manager.session, name, asking(bytes.length))).body.received).toBe(0);
    expect((await ask(manager.session, name, { body: bytes })).status).toBe(201);
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', 'GIF89a1234567', 'PK\u0003\u0004', 'x'])(
    'refuses what is no picture and no paper, whatever its header says: %j',
    async (text) => {
      const bytes = textBytes(text);
      const name = await nameFile(manager, bytes);
      const answer = await ask(manager.session, name, {
        body: bytes,
        headers: { 'content-type': 'image/jpeg' },
      });
      expect([answer.status, answer.body.error?.code]).toEqual([415, 'file_type_refused']);
    },
  );

  it('takes a body that calls itself JSON as the bytes it is', async () => {
    const bytes = jpegOf(3000);
    const name = await nameFile(manager, bytes);
    const headers = { 'content-type': 'application/json' };
    expect((await ask(manager.session, name, { body: bytes, headers })).status).toBe(201);
    const coded = await ask(manager.session, name, { body: bytes, headers: { 'content-encoding': 'gzip' } });
    expect(coded.status).toBe(415);
  });

  it('refuses what is too large before it is read', async () => {
    const bytes = jpegOf(1000);
    const name = await nameFile(manager, bytes);
    const total = MAX_FILE_BYTES + 1;
    const range = await ask(manager.session, name, {
      ...partOf(bytes, 0, 1000),
      headers: { 'content-range': `bytes 0-999/${total}` },
    });
    expect([range.status, range.body.error?.code]).toEqual([413, 'file_too_large']);
  });

  it('refuses requests that do not fit together', async () => {
    const bytes = jpegOf(1000);
    const name = await nameFile(manager, bytes);
    const ranges = [
      'bytes 0-998/1000',
      'bytes 5-1/1000',
      'bytes 0-999/999',
      'items 0-999/1000',
      'bytes 0-999/*',
      'bytes -1-998/1000',
    ];
    for (const range of ranges) {
      const answer = await ask(manager.session, name, { body: bytes, headers: { 'content-range': range } });
      expect([range, answer.status]).toEqual([range, 400]);
    }
    const tiny = await ask(manager.session, name, partOf(jpegOf(40_000), 0, 1000));
    expect(tiny.status).toBe(400);
    const otherSize = await ask(manager.session, name, { body: bytes.subarray(0, 900) });
    expect(otherSize.status).toBe(400);
    expect((await ask(manager.session, name, { body: new Uint8Array(0) })).status).toBe(400);
  });
});
