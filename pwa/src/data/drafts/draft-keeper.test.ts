import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceDatabase } from '../database/open.ts';
import { saveAct } from '../save/save-act.ts';
import { opening, testPhone } from '../testing/phone.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { readDraft, type DraftPlace } from './drafts.ts';

const held = new Map<string, string>();
beforeEach(() => {
  held.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const place = { form: 'note', about: 'job:1' };

async function opened(db: DeviceDatabase, form: DraftPlace): Promise<DraftKeeper> {
  const keeper = new DraftKeeper(db, form);
  expect(await keeper.open()).toEqual({ status: 'open', left: undefined });
  return keeper;
}

test('a fast typist leaves the last word on the disk, in few writes', async () => {
  const { db } = await testPhone();
  const keeper = await opened(db, place);
  for (let length = 1; length <= 40; length += 1) keeper.keep({ note: 'x'.repeat(length) });
  await keeper.settled();
  expect(await readDraft(db, place)).toMatchObject({ values: { note: 'x'.repeat(40) } });
});

test('an emptied form leaves no draft', async () => {
  const { db } = await testPhone();
  const keeper = await opened(db, place);
  keeper.keep({ note: 'a' });
  keeper.keep(undefined);
  await keeper.settled();
  expect(await readDraft(db, place)).toBeUndefined();
});

test('nothing that is still on its way brings back what was saved', async () => {
  const { db, env } = await testPhone();
  const keeper = await opened(db, { form: 'new-job' });
  keeper.keep({ plate: 'MH12' });
  const saving = saveAct(db, env, opening(), [], 'new-job');
  keeper.keep({ plate: 'MH12A' });
  keeper.keep({ plate: 'MH12AB' });
  expect((await saving).ok).toBe(true);
  await keeper.end();
  keeper.keep({ plate: 'late' });
  await keeper.settled();
  expect(await readDraft(db, { form: 'new-job' })).toBeUndefined();
});

test('where the disk is dead the tab remembers until the page was loaded anew, once', async () => {
  const { db } = await testPhone();
  const keeper = await opened(db, place);
  db.close();
  keeper.keep({ note: 'not lost' });
  await keeper.settled();
  const anew = await testPhone();
  const here = { ...anew.db, name: db.name };
  const left = { values: { note: 'not lost' } };
  expect(await new DraftKeeper(here, place).open()).toMatchObject({ status: 'open', left });
  expect(await new DraftKeeper(here, place).open()).toEqual({ status: 'open', left: undefined });
});
