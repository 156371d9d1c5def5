import { openJob, seededWorkshop } from '@revops/domain';
import { expect, test } from 'vitest';
import { readMeta, writeMeta } from '../database/meta.ts';
import { reading } from '../database/open.ts';
import { jobs } from '../queries/jobs.ts';
import { plainTotals, rowOf, startMs, testPhone, totalsOf, visibleLedger, zone } from '../testing/phone.ts';
import { applyPulled } from './apply-pulled.ts';
import { rebuildIfNeeded } from './rebuild.ts';

const now = new Date(startMs).toISOString();

/** Fake IndexedDB is slow: it is the number of documents that counts, and that steps come in between. */
test('while ten thousand documents are folded anew, screens answer and a save gets through and stays', async () => {
  const invented = seededWorkshop({ seed: 7, jobs: 1500, now, timeZone: zone });
  const pulled = [...invented.documents].map((body) => ({ id: body._id, rev: '1-a', body }));
  expect(pulled.length).toBeGreaterThan(10_000);
  const phone = await testPhone();
  await writeMeta(phone.db, 'timeZone', zone);
  await applyPulled(phone.db, pulled);
  const list = () => reading(phone.db, (tx) => jobs(tx, { status: 'all', desk: 'all', limit: 20 }));
  const before = await list();
  await writeMeta(phone.db, 'projection', -1);
  const underWay: string[] = [];
  const over = { now: false };
  const answers: (typeof before)[] = [];
  const rebuilding = rebuildIfNeeded(phone.db).finally(() => (over.now = true));
  const saved: string[] = [];
  while (!over.now) {
    answers.push(await list());
    const opened = await phone.save((context) =>
      openJob(context, { plate: `KA05MN${1000 + saved.length}`, customerName: 'Raj' }),
    );
    saved.push(...opened.ids);
    phone.clock += 1000;
    // The number of the step in which it was saved.
    if (!over.now) underWay.push((await readMeta(phone.db, 'rebuild'))?.after ?? '');
  }
  await rebuilding;
  expect(answers[0]?.items).toEqual(before.items);
  expect(answers.filter(({ items }) => items.length !== 20)).toEqual([]);
  expect(new Set(underWay).size).toBeGreaterThan(5);
  for (const id of saved) expect((await rowOf(phone.db, id))?.doc?._id).toBe(id);
  expect(plainTotals(await totalsOf(phone.db))).toEqual(await visibleLedger(phone.db));
  expect((await list()).items[0]?.id).toBe(saved.filter((id) => id.startsWith('job:')).at(-1));
}, 180_000);
