import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeLocks } from '../testing/fake-locks.ts';
import { testPhone } from '../testing/phone.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { readDraft } from './drafts.ts';

const place = { form: 'pay', about: 'job:1' };
const patienceMs = 5;
let locks: FakeLocks;

beforeEach(() => {
  locks = new FakeLocks();
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => vi.unstubAllGlobals());

test('what one tab is typing is not taken up by another, which says so and keeps nothing', async () => {
  const { db } = await testPhone();
  const first = new DraftKeeper(db, place, { patienceMs });
  expect(await first.open()).toEqual({ status: 'open', left: undefined });
  first.keep({ digits: '11' });
  await first.settled();
  const second = new DraftKeeper(db, place, { patienceMs });
  expect(await second.open()).toEqual({ status: 'elsewhere' });
  second.keep({ digits: '222' });
  await second.end();
  await second.close();
  expect(await readDraft(db, place)).toMatchObject({ values: { digits: '11' } });
});

test('the same form about another job, and of another person, is another form', async () => {
  const [one, other] = [await testPhone(), await testPhone()];
  await new DraftKeeper(one.db, place, { patienceMs }).open();
  const about = { ...place, about: 'job:2' };
  expect(await new DraftKeeper(one.db, about, { patienceMs }).open()).toMatchObject({ status: 'open' });
  expect(await new DraftKeeper(other.db, place, { patienceMs }).open()).toMatchObject({ status: 'open' });
});

test('once the first tab has left the form its draft is taken up, with the last key', async () => {
  const { db } = await testPhone();
  const first = new DraftKeeper(db, place, { patienceMs });
  await first.open();
  first.keep({ digits: '1' });
  first.keep({ digits: '11' });
  void first.close();
  const second = new DraftKeeper(db, place, { patienceMs: 1000 });
  expect(await second.open()).toMatchObject({ status: 'open', left: { values: { digits: '11' } } });
});

test('once the first tab has saved, the form begins empty and keeps again', async () => {
  const { db } = await testPhone();
  const first = new DraftKeeper(db, place, { patienceMs });
  await first.open();
  first.keep({ digits: '11' });
  await first.end();
  const second = new DraftKeeper(db, place, { patienceMs });
  expect(await second.open()).toEqual({ status: 'open', left: undefined });
  first.keep({ digits: 'late' });
  second.keep({ digits: '2' });
  await second.settled();
  expect(await readDraft(db, place)).toMatchObject({ values: { digits: '2' } });
});

test('a draft thrown away leaves the form with its tab', async () => {
  const { db } = await testPhone();
  const first = new DraftKeeper(db, place, { patienceMs });
  await first.open();
  first.keep({ digits: '11' });
  first.discard();
  await first.settled();
  expect(await readDraft(db, place)).toBeUndefined();
  first.keep({ digits: '3' });
  await first.settled();
  expect(await new DraftKeeper(db, place, { patienceMs }).open()).toEqual({ status: 'elsewhere' });
  expect(await readDraft(db, place)).toMatchObject({ values: { digits: '3' } });
});

test('the draft of a tab that was killed is taken up, because the browser lets its lock go', async () => {
  const { db } = await testPhone();
  const first = new DraftKeeper(db, place, { patienceMs });
  await first.open();
  first.keep({ digits: '11' });
  await first.settled();
  const [name = ''] = locks.names();
  locks.kill(name);
  const next = new DraftKeeper(db, place, { patienceMs });
  expect(await next.open()).toMatchObject({ left: { values: { digits: '11' } } });
});

test('a form that was left while it waited for the lock holds nothing', async () => {
  const { db } = await testPhone();
  const first = new DraftKeeper(db, place, { patienceMs });
  await first.open();
  const second = new DraftKeeper(db, place, { patienceMs: 1000 });
  const opening = second.open();
  void second.close();
  await first.close();
  await opening;
  expect(await new DraftKeeper(db, place, { patienceMs }).open()).toMatchObject({ status: 'open' });
});

test('without locks, or where they fail, a form takes up what is there', async () => {
  const { db } = await testPhone();
  const kept = new DraftKeeper(db, place);
  await kept.open();
  kept.keep({ digits: '11' });
  await kept.close();
  vi.stubGlobal('navigator', {});
  expect(await new DraftKeeper(db, place).open()).toMatchObject({ left: { values: { digits: '11' } } });
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) },
  });
  expect(await new DraftKeeper(db, place).open()).toMatchObject({ left: { values: { digits: '11' } } });
});
