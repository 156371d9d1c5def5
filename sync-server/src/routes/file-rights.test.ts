import { addPhoto, type Session } from '@revops/domain';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  askFile,
  asking,
  hashOf,
  isSame,
  jpegOf,
  nameFile,
  textBytes,
  type FileAnswer,
  type FileAsk,
} from '../testing/file-kit.ts';
import { startFileServer } from '../testing/file-server.ts';
import { joinWorkshop, registerOwner } from '../testing/start-server.ts';
import { workshopOn } from '../testing/start-workshop.ts';
import { asJob, Phone, typed, wires } from '../testing/sync-kit.ts';

const server = await startFileServer();
const { owner, manager, second: other } = await workshopOn(server);
afterAll(() => server.stop());

const ask = (session: Session | undefined, name: string, how?: FileAsk) =>
  askFile(server, session, name, how);

/** As the role stands in the account, which is what rights are read from. */
async function setRole(session: Session, role: string): Promise<void> {
  const account = await server.context.accounts.byUserId(session.user.id);
  if (!account) throw new Error('no account');
  await server.context.system.update(`account:${account.email}`, (body: object) => ({ ...body, role }));
  server.context.rights.forget(session.user.id);
}

describe('the right to send', () => {
  let bytes: Uint8Array;
  beforeEach(() => {
    bytes = jpegOf(2000);
  });

  it('needs a person who is signed in', async () => {
    expect((await ask(undefined, hashOf(bytes), { body: bytes })).status).toBe(401);
  });

  it('needs an entry first, and the same answer tells of one that is not readable', async () => {
    const nothing = await ask(manager.session, hashOf(bytes), { body: bytes });
    const name = await nameFile(other, bytes);
    const foreign = await ask(manager.session, name, { body: bytes });
    expect([nothing.status, foreign.status]).toEqual([404, 404]);
    expect(nothing.body.error?.code).toBe(foreign.body.error?.code);
  });

  it('is an owner’s too, for whoever wrote the entry', async () => {
    const name = await nameFile(manager, bytes);
    expect((await ask(owner.session, name, { body: bytes })).status).toBe(201);
    expect((await ask(manager.session, name)).status).toBe(200);
  });

  it('is nobody’s whose role writes nothing', async () => {
    const technician = await joinWorkshop(server, owner.session);
    await setRole(technician, 'technician');
    const name = await nameFile(manager, bytes);
    expect((await ask(technician, name, { body: bytes })).status).toBe(403);
  });

  it('ends with the day’s share', async () => {
    const small = await startFileServer();
    const boss = new Phone(small, await registerOwner(small));
    const store = await small.context.workshopStore(boss.session.workshop.id);
    const day = new Date().toISOString().slice(0, 10);
    await store.putLocal(`files-${boss.userId}`, { day, files: 1000, bytes: 5 });
    const name = await nameFile(boss, bytes);
    const answer = await fetch(`${small.url}/api/files/${name}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${boss.session.accessToken}` },
      body: new Uint8Array(bytes),
    });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await small.stop();
  });
});

describe('reading a file', () => {
  it('is cached by the phone alone, downloads as what it is, and runs nothing', async () => {
    const bytes = jpegOf(2000);
    const name = await nameFile(manager, bytes);
    await ask(manager.session, name, { body: bytes });
    const { headers } = await ask(manager.session, name);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('content-disposition')).toBe(`inline; filename="${name.slice(0, 12)}.jpg"`);
    expect(headers.get('cache-control')).toContain('private');
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('vary')).toContain('Authorization');
    expect(headers.get('content-length')).toBe('2000');
    const paper = textBytes('%PDF-1.7\nand what follows');
    await ask(manager.session, await nameFile(manager, paper), { body: paper });
    const answer = await ask(manager.session, hashOf(paper));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });

  it('answers ranges, HEAD and what has not changed', async () => {
    const bytes = jpegOf(2000);
    const name = await nameFile(manager, bytes);
    await ask(manager.session, name, { body: bytes });
    const ranged = (range: string, more = {}) => ask(manager.session, name, { headers: { range, ...more } });
    const middle = await ranged('bytes=100-199');
    expect([middle.status, middle.headers.get('content-range')]).toEqual([206, 'bytes 100-199/2000']);
    expect(isSame(middle.bytes, bytes.subarray(100, 200))).toBe(true);
    expect(isSame((await ranged('bytes=-10')).bytes, bytes.subarray(1990))).toBe(true);
    expect(isSame((await ranged('bytes=1990-9999')).bytes, bytes.subarray(1990))).toBe(true);
    const outside = await ranged('bytes=2000-');
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */2000']);
    for (const odd of ['bytes=0-1,5-6', 'bytes=5-1', 'lines=0-1', 'bytes=-'])
      expect([odd, (await ranged(odd)).status]).toEqual([odd, 200]);
    expect((await ranged('bytes=0-1', { 'if-range': '"other"' })).status).toBe(200);
    const head = await ask(manager.session, name, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.bytes.length]).toEqual([200, '2000', 0]);
    const same = await ask(manager.session, name, { headers: { 'if-none-match': `"${name}"` } });
    expect([same.status, same.bytes.length]).toEqual([304, 0]);
  });

  it('is for whoever may read the entry, and the same 404 for everybody else', async () => {
    const bytes = jpegOf(2000);
    const name = await nameFile(manager, bytes);
    await ask(manager.session, name, { body: bytes });
    expect((await ask(owner.session, name)).status).toBe(200);
    expect((await ask(undefined, name)).status).toBe(401);
    const [foreign, absent] = [await ask(other.session, name), await ask(other.session, 'ab'.repeat(32))];
    const shape = (answer: FileAnswer) => {
      const [headers, { error }] = [Object.fromEntries(answer.headers), answer.body];
      return {
        ...headers,
        'x-request-id': '',
        date: '',
        ratelimit: '',
        etag: '',
        code: error?.code,
        status: answer.status,
      };
    };
    expect(shape(foreign)).toEqual(shape(absent));
    expect(shape(foreign)).toMatchObject({ status: 404, 'cache-control': 'no-store' });
  });

  it('is not opened by an entry of one’s own that names another’s file', async () => {
    const bytes = jpegOf(2000);
    const name = await nameFile(manager, bytes);
    await ask(manager.session, name, { body: bytes });
    await nameFile(other, bytes);
    expect((await ask(other.session, name)).status).toBe(404);
    expect((await ask(other.session, name, asking(bytes.length))).body.received).toBe(0);
    expect((await ask(other.session, name, { body: bytes })).status).toBe(201);
    expect((await ask(other.session, name)).status).toBe(200);
  });

  it('is another workshop’s affair to nobody', async () => {
    const bytes = jpegOf(2000);
    const name = await nameFile(manager, bytes);
    await ask(manager.session, name, { body: bytes });
    const stranger = await registerOwner(server);
    expect((await ask(stranger, name)).status).toBe(404);
    expect((await ask(stranger, name, { body: bytes })).status).toBe(404);
  });

  it('ends with the right to the entry, while who wrote it may still send its bytes', async () => {
    const [sent, late] = [jpegOf(2000), jpegOf(2000)];
    const opened = manager.openJob();
    const job = typed(opened, 'job');
    const photos = [sent, late].flatMap((bytes) =>
      wires(addPhoto(manager.context, asJob(job), { kind: 'after', sha256: hashOf(bytes), size: 2000 })),
    );
    await manager.send([...opened, ...photos]);
    await ask(manager.session, hashOf(sent), { body: sent });
    // As a reassignment leaves it: another desk has the entries now.
    const store = await server.context.workshopStore(manager.session.workshop.id);
    for (const { _id } of photos) {
      const stored = await store.get(_id);
      const access = [`desk:${other.userId}`];
      await store.put({ ...stored, _id, desk: other.userId, access, was: [`desk:${manager.userId}`] });
    }
    expect((await ask(manager.session, hashOf(sent))).status).toBe(404);
    expect(isSame((await ask(other.session, hashOf(sent))).bytes, sent)).toBe(true);
    expect((await ask(manager.session, hashOf(late), { body: late })).status).toBe(201);
    expect((await ask(manager.session, hashOf(late))).status).toBe(404);
    expect((await ask(other.session, hashOf(late))).status).toBe(200);
  });

  it.each([
    '..',
    '.',
    '%2e%2e',
    '..%2f..%2fsecrets',
    '%2fetc%2fpasswd',
    `${'a'.repeat(63)}%00`,
    'A'.repeat(64),
    `${'a'.repeat(64)}.jpg`,
    '%',
    `${'a'.repeat(64)}/x`,
    '\u0660'.repeat(64),
  ])('finds nothing under a name that is no hash: %j', async (name) => {
    for (const body of [undefined, jpegOf(100)]) {
      const answer = await ask(manager.session, name, body && { body });
      expect([400, 404]).toContain(answer.status);
    }
  });
});
