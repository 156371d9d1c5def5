import { expect, test } from 'vitest';
import { readMeta } from '../database/meta.ts';
import { reading, writing } from '../database/open.ts';
import { syncView } from '../queries/sync-view.ts';
import { noteFull, noteRoom, reservedBytes } from '../storage/full-disk.ts';
import { opening, startMs, testPhone, type TestPhone } from '../testing/phone.ts';
import { saveAct, type BuildAct } from './save-act.ts';

const full = (): DOMException => new DOMException('no room', 'QuotaExceededError');

/** A picture that the server has, one that it has not. */
async function withPictures(phone: TestPhone): Promise<void> {
  await writing(phone.db, 'strict', async (tx) => {
    for (const [sha256, state] of [
      ['a'.repeat(64), 'sent'],
      ['b'.repeat(64), 'waiting'],
    ] as const) {
      const at = '2026-05-01T05:00:00.000Z';
      await tx
        .objectStore('files')
        .put({ sha256, size: 9, type: 'image/jpeg', state, addedAt: at, usedAt: at });
      await tx.objectStore('fileBytes').put({ sha256, bytes: new Uint8Array(9) });
    }
  });
}

const pictures = (phone: TestPhone) =>
  reading(phone.db, async (tx) => (await tx.objectStore('files').getAll()).map(({ state }) => state));

/** A disk that is full until the app has let go of what it can spare. */
function failing(times: number): { readonly build: BuildAct; readonly tries: () => number } {
  let tries = 0;
  return {
    build: (context, documents) => {
      tries += 1;
      if (tries <= times) throw full();
      return opening()(context, documents);
    },
    tries: () => tries,
  };
}

test('money is saved on a full disk: what the server has too goes first, what only this phone has stays', async () => {
  const phone = await testPhone();
  await withPictures(phone);
  const pauses: number[] = [];
  const env = { ...phone.env, pause: async (ms: number) => void pauses.push(ms) };
  const { build, tries } = failing(2);
  const saved = await saveAct(phone.db, env, build);
  expect(saved.ok).toBe(true);
  expect(tries()).toBe(3);
  expect(pauses).toEqual([0, 1500]);
  expect(await pictures(phone)).toEqual(['waiting']);
  expect(await reading(phone.db, (tx) => tx.objectStore('journal').count())).toBeGreaterThan(0);
});

test('when even that is not enough the save rejects, stores nothing, uses up no number and the pill says why', async () => {
  const phone = await testPhone();
  const env = { ...phone.env, pause: () => Promise.resolve() };
  const { build } = failing(99);
  await expect(saveAct(phone.db, env, build)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(await reading(phone.db, (tx) => tx.objectStore('journal').count())).toBe(0);
  expect(await readMeta(phone.db, 'issued')).toBeUndefined();
  expect((await reading(phone.db, (tx) => syncView(tx, false))).storage).toBe('full');
});

test('pictures wait where little is left, and money saved in their place does not', async () => {
  const phone = await testPhone();
  const env = {
    ...phone.env,
    pause: () => Promise.resolve(),
    freeBytes: () => Promise.resolve(reservedBytes),
  };
  const picture = { sha256: 'c'.repeat(64), size: 1, type: 'image/jpeg', bytes: new Uint8Array(1) } as const;
  await expect(saveAct(phone.db, env, opening(), [picture])).rejects.toMatchObject({
    name: 'QuotaExceededError',
  });
  expect(await pictures(phone)).toEqual([]);
  expect((await saveAct(phone.db, env, opening())).ok).toBe(true);
});

test('a full disk is forgotten once there is room, by what the browser tells or else after a while', async () => {
  const phone = await testPhone();
  const env = { ...phone.env, pause: () => Promise.resolve() };
  const storage = async () => (await reading(phone.db, (tx) => syncView(tx, false))).storage;
  const now = () => phone.clock;
  const fill = () => saveAct(phone.db, env, failing(99).build).catch(() => undefined);
  await fill();
  await noteRoom(phone.db, { now, freeBytes: () => Promise.resolve(reservedBytes) });
  expect(await storage()).toBe('full');
  await noteRoom(phone.db, { now, freeBytes: () => Promise.resolve(10 * reservedBytes) });
  expect(await storage()).toBe('ok');
  await fill();
  await noteRoom(phone.db, { now });
  expect(await storage()).toBe('full');
  phone.clock = startMs + 6 * 60_000;
  await noteRoom(phone.db, { now });
  expect(await storage()).toBe('ok');
});

test('a disk too full to write down that it is full still says so, until something was stored', async () => {
  const phone = await testPhone();
  const env = { ...phone.env, pause: () => Promise.resolve() };
  const storage = async () => (await reading(phone.db, (tx) => syncView(tx, false))).storage;
  // No instant at all: the note itself cannot be written.
  await noteFull(phone.db, () => Number.NaN);
  expect(await storage()).toBe('full');
  await saveAct(phone.db, env, opening());
  expect(await storage()).toBe('ok');
});
