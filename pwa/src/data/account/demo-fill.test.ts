// @vitest-environment node
import 'fake-indexeddb/auto';
import { ledgerOf } from '@revops/domain';
import { expect, test } from 'vitest';
import { readMeta } from '../database/meta.ts';
import { plainTotals, totalsOf } from '../testing/phone.ts';
import { currentDevice, setCurrentDevice } from './current-device.ts';
import { fillFirst, fillRest } from './demo-fill.ts';
import { askedSize, demoHistory, newSeed } from './demo-history.ts';
import { leaveDemo, resumeDemo } from './demo-session.ts';
import { startDemo } from './demo.ts';

const now = '2026-06-15T09:00:00.000Z';

test('a smaller demo comes by the link, and nothing else does', () => {
  const size = (query: string) => askedSize(`https://app.example/welcome${query}`);
  expect([size(''), size('?demo=300'), size('?demo=99999'), size('?demo=x'), size('?demo=-1')]).toEqual([
    3000, 300, 3000, 3000, 3000,
  ]);
  expect(askedSize(undefined)).toBe(3000);
});

test('the same seed is the same history, people first and then the newest work', async () => {
  const seed = newSeed(now, 320);
  const [one, other] = [await demoHistory(seed), await demoHistory(seed)];
  expect(one).toEqual(other);
  expect(one.documents[0]?.type).toBe('workshop');
  expect(one.first).toBeLessThan(one.documents.length);
  const days = one.documents.filter(({ type }) => type === 'job').map(({ createdAt }) => createdAt);
  expect((days[0] ?? '') > (days.at(-1) ?? '')).toBe(true);
});

test('what a reload cut short is brought in by the next visit, and the totals are those of every document', async () => {
  expect(await startDemo(20)).toMatchObject({ ok: true });
  const device = currentDevice();
  if (device === undefined) throw new Error('no demo');
  const seed = await readMeta(device.db, 'demo');
  if (seed === undefined) throw new Error('no seed');
  const history = await demoHistory(seed);
  // As if it had been a large one that was cut short after its people and a little work.
  await fillFirst(device.db, { ...history, first: 30 });
  setCurrentDevice(undefined);
  await resumeDemo();
  const shown = currentDevice();
  if (shown === undefined) throw new Error('no demo');
  expect(shown.session).toEqual(device.session);
  await fillRest('demo');
  expect(await readMeta(shown.db, 'firstSync')).toMatchObject({
    complete: true,
    done: history.documents.length,
  });
  expect(plainTotals(await totalsOf(shown.db))).toEqual(ledgerOf(history.documents, seed.timeZone));
  expect(await leaveDemo()).toMatchObject({ ok: true });
}, 60_000);
