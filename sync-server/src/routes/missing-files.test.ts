import { afterAll, describe, expect, it } from 'vitest';
import { askFile, asking, hashOf, jpegOf, nameFile, partOf } from '#src/testing/file-kit.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import type { Phone } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

const ask = (phone: Phone, sha256: readonly string[]) =>
  server.call('/api/files/missing', { token: phone.session.accessToken, body: { sha256 } });

describe('POST /api/files/missing', () => {
  it('asks for a session and for names of files', async () => {
    expect((await server.call('/api/files/missing', { body: { sha256: [] } })).status).toBe(401);
    for (const names of [[], ['x'], Array.from({ length: 201 }, () => 'a'.repeat(64))])
      expect((await ask(manager, names)).status).toBe(400);
  });

  it('names what of the own files is not there whole, and knows nothing of those of others', async () => {
    const [whole, part, none] = [jpegOf(2000), jpegOf(2000), jpegOf(2000)];
    for (const bytes of [whole, part, none]) await nameFile(manager, bytes);
    const names = [whole, part, none].map(hashOf);
    await askFile(server, manager.session, hashOf(whole), { body: whole });
    await askFile(server, manager.session, hashOf(part), partOf(part, 0, 1000));
    expect((await askFile(server, manager.session, hashOf(none), asking(none.length))).status).toBe(202);
    const lacking = { missing: names.slice(1) };
    expect(await ask(manager, names)).toMatchObject({ status: 200, body: lacking });
    for (const other of [owner, second]) expect((await ask(other, names)).body).toEqual({ missing: names });
  });
});
