import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { editJob, hlcOf, isAhead, openJob, type Job } from '@revops/domain';
import { acted, testContext, testPeople } from '@revops/domain/testing';
import { removeAll } from '#src/store/contract/contract-kit.ts';
import { seqNumber, type DocumentStore, type StoreServer } from '#src/store/document-store.ts';
import { joinWorkshop, registerOwner, startServer } from '#src/testing/start-server.ts';
import {
  bodyOf,
  changed,
  fresh,
  over,
  Phone,
  randomHash,
  typed,
  type WireDocument,
} from '#src/testing/sync-kit.ts';
import { quarantineOf } from '../writing/quarantine.ts';
import { firstRevision, joinLeaves, toLeaf } from '../writing/revisions.ts';
import { openTestServer, send, sweepAll, sweeperOf } from './crash-kit.ts';

const { manager } = testPeople;
const start = Date.parse('2026-04-01T06:00:00.000Z');
const dayMs = 24 * 3_600_000;
let server: StoreServer;
let store: DocumentStore;
let now = start;
let databases = 0;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => removeAll(server));
beforeEach(async () => {
  databases += 1;
  now = start;
  phone = testContext({ actor: manager, startMs: start });
  store = await server.open(`ws-sweeper-${databases}`);
  await store.bulkWrite([firstRevision({ _id: 'workshop:self', type: 'workshop', access: ['everyone'] })]);
});
afterEach(() => store.destroy());

const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const sweep = (target = store): Promise<void> => sweepAll(sweeperOf(target, () => now));
const live = async (id: string) => (await store.leaves(id)).filter((leaf) => leaf._deleted !== true);
const note = (text: string, rev = `1-${randomHash()}`) => ({
  _id: `note:${text}`,
  _rev: rev,
  type: 'note',
  text,
});

/** The store with what is asked of it written down, or answered otherwise. */
function watched(calls: unknown[], instead: Partial<DocumentStore> = {}): DocumentStore {
  return new Proxy(store, {
    get(target, name: keyof DocumentStore) {
      const member: unknown = instead[name] ?? target[name];
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]): unknown => {
        calls.push([name, ...given]);
        return Reflect.apply(member, target, given);
      };
    },
  });
}
const sinces = (calls: readonly unknown[]): readonly unknown[] =>
  (calls as readonly (readonly [string, { readonly since: string }])[])
    .filter(([name]) => name === 'changes')
    .map(([, { since }]) => since);

let phone = testContext({ actor: manager, startMs: start });

async function storedJob(): Promise<WireDocument> {
  const opened = acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' }));
  const sent = opened.documents.map(fresh);
  await send(store, manager, sent, start);
  return typed(sent, 'job');
}

describe('a sweeper', () => {
  it('joins leaves that nobody joined, and what it wrote is what any other writes', async () => {
    const job = await storedJob();
    const edit = (address: string, minutes: number) => {
      const context = testContext({ actor: manager, startMs: start + minutes * 60_000 });
      return over(
        job,
        typed(acted(editJob(context, bodyOf(job) as unknown as Job, { address })).documents, 'job'),
      );
    };
    const leaves = [edit('Gate 1', 1), edit('Gate 2', 2)];
    await store.bulkWrite(leaves);
    const [join] = joinLeaves((await live(job._id)).map(toLeaf));
    await sweep();
    expect((await live(job._id)).map((leaf) => leaf._rev)).toEqual([join?._rev]);
    expect(await store.get(job._id)).toMatchObject({ address: 'Gate 2' });
  });

  it('lowers a clock that was stored as it came, beside another leaf or alone', async () => {
    const alone = await storedJob();
    const fast = testContext({ actor: manager, startMs: start + dayMs });
    const raw = changedBy(fast, alone, { carModel: 'Swift' });
    await store.bulkWrite([raw]);
    await sweep();
    const stored = await store.get(alone._id);
    expect(stored).toMatchObject({ carModel: 'Swift' });
    const stamps = (stored?.['stamps'] ?? {}) as Record<string, string>;
    expect(Object.values(stamps).filter((stamp) => isAhead(hlcOf(stamp), now))).toEqual([]);
    const later = testContext({ actor: manager, startMs: start + 60_000 });
    await store.bulkWrite([changedBy(later, alone, { address: 'Gate 1' })]);
    await sweep();
    expect(await store.get(alone._id)).toMatchObject({ carModel: 'Swift', address: 'Gate 1' });
  });

  it('goes on where another life of it stopped, and begins anew where the files were put back', async () => {
    await store.bulkWrite(Array.from({ length: 450 }, (_, index) => note(`n${index}`)));
    const calls: unknown[] = [];
    await sweep(watched(calls));
    expect(sinces(calls)).toHaveLength(3);
    const { updateSeq } = await store.info();
    const next: unknown[] = [];
    await store.bulkWrite([note('later')]);
    await sweep(watched(next));
    expect(sinces(next)).toHaveLength(1);
    expect(seqNumber(String(sinces(next)[0]))).toBeGreaterThanOrEqual(seqNumber(updateSeq) - 1);
    const kept = await store.getLocal('sweeper');
    await store.putLocal('sweeper', { ...kept, timeline: 'unheard-of' });
    const anew: unknown[] = [];
    await sweep(watched(anew));
    expect(sinces(anew)[0]).toBe('0');
  });

  it('is not stopped by one document that cannot be swept', async () => {
    const jobs = [await storedJob(), await storedJob(), await storedJob()];
    const bad = jobs[1]?._id ?? '';
    await store.bulkWrite(
      jobs.flatMap((job) =>
        [1, 2].map((gate) =>
          changedBy(testContext({ actor: manager, startMs: start + gate * 1000 }), job, {
            address: `Gate ${gate}`,
          }),
        ),
      ),
    );
    const failures: unknown[] = [];
    const leavesOf: DocumentStore['leavesOf'] = (ids) => {
      if (ids.includes(bad)) throw new TypeError('a bug');
      return store.leavesOf(ids);
    };
    const sweeper = sweeperOf(
      watched([], { leavesOf }),
      () => now,
      (error) => failures.push(error),
    );
    for (let more = true, tries = 0; more && tries < 100; tries += 1)
      more = await sweeper.step().catch(() => true);
    expect(failures).toHaveLength(1);
    const counts = await Promise.all(jobs.map(async (job) => (await live(job._id)).length));
    expect(counts).toEqual([1, 2, 1]);
  });

  it('waits for a store that does not answer, and passes nothing', async () => {
    const job = await storedJob();
    await store.bulkWrite(
      [1, 2].map((gate) =>
        changedBy(testContext({ actor: manager, startMs: start + gate }), job, { address: `Gate ${gate}` }),
      ),
    );
    let isDown = true;
    const leavesOf: DocumentStore['leavesOf'] = (ids) =>
      isDown ? Promise.reject(new Error('down')) : store.leavesOf(ids);
    const sweeper = sweeperOf(watched([], { leavesOf }), () => now);
    await expect(sweeper.step()).rejects.toThrow('down');
    isDown = false;
    await sweepAll(sweeper);
    expect(await live(job._id)).toHaveLength(1);
  });
});

describe('claims', () => {
  const claim = (id: string, holder: string, rev: string) =>
    store.put({ _id: id, type: 'claim', holder, rev, by: 'olga', at: at(0) });

  it('without a document are released after a day; with one they stay', async () => {
    const [lost, kept] = [`1-${randomHash()}`, `1-${randomHash()}`];
    await claim('claim:verdict:p1:1', 'paymentDecision:p1:1', lost);
    await claim('claim:verdict:p2:1', 'paymentDecision:p2:1', kept);
    await store.put({
      _id: 'claim:utr:UTR1',
      type: 'claim',
      holder: 'payment:p3',
      payments: ['payment:p3'],
      at: at(0),
    });
    await store.put({ _id: 'claim:code:A1', type: 'claim', holder: 'phone' });
    await store.bulkWrite([
      { _id: 'paymentDecision:p2:1', _rev: kept, type: 'paymentDecision', paymentId: 'payment:p2' },
    ]);
    await sweep();
    now += 23 * 3_600_000;
    await sweep();
    expect(await live('claim:verdict:p1:1')).toHaveLength(1);
    now += 2 * 3_600_000;
    await sweep();
    expect([await live('claim:verdict:p1:1'), await live('claim:utr:UTR1')]).toEqual([[], []]);
    expect(
      [await live('claim:verdict:p2:1'), await live('claim:code:A1')].map((leaves) => leaves.length),
    ).toEqual([1, 1]);
  });

  it('whose document came late are kept', async () => {
    const rev = `1-${randomHash()}`;
    await claim('claim:verdict:p1:1', 'paymentDecision:p1:1', rev);
    await sweep();
    await store.bulkWrite([{ _id: 'paymentDecision:p1:1', _rev: rev, type: 'paymentDecision' }]);
    now += 2 * dayMs;
    await sweep();
    expect(await live('claim:verdict:p1:1')).toHaveLength(1);
  });
});

it('once a day old checkpoints and long re-admitted refusals go, and room is counted anew', async () => {
  await store.bulkWrite([
    firstRevision({ _id: 'device:phone', type: 'device', userId: 'olga', access: [] }),
    firstRevision({ _id: 'member:olga', type: 'member', access: ['staff'] }),
  ]);
  const [old, young] = [
    { view: 'v', id: 'old', rev: '0-1', at: at(0), body: {} },
    { view: 'v', id: 'young', rev: '0-1', at: at(100 * 24 * 60), body: {} },
  ];
  await store.putLocal('checkpoints:olga:phone', { notes: [old, young] });
  await store.putLocal('checkpoints:olga:none', { notes: [old] });
  const writer = { actor: testPeople.owner, deviceId: 'phone', arrivedAt: at(0) };
  const how = { via: 'sync', newEdits: false } as const;
  const kept = ['a', 'b'].map((id) => ({
    ...quarantineOf(writer, { _id: `note:${id}`, _rev: '1-x' }, { code: 'unknown_type', words: '' }, how),
  }));
  const [waiting, done] = kept as [{ _id: string; room: number }, { _id: string }];
  const readmitted = { at: at(0), by: 'olga', rev: '1-x' };
  await store.bulkWrite([firstRevision(waiting), firstRevision({ ...done, readmitted })]);
  await sweep();
  now = start + 120 * dayMs;
  await sweep();
  expect(await store.getLocal('checkpoints:olga:phone')).toMatchObject({ notes: [young] });
  expect(await store.getLocal('checkpoints:olga:none')).toBeUndefined();
  expect([await live(waiting._id), await live(done._id)].map((leaves) => leaves.length)).toEqual([1, 0]);
  expect(await store.getLocal('quarantine-room')).toMatchObject({ taken: { phone: waiting.room } });
});

it('a server that is taken up again finishes what its last life left', async () => {
  const running = await startServer();
  const session = await registerOwner(running);
  const joined = new Phone(running, await joinWorkshop(running, session));
  const documents = joined.openJob();
  await joined.send(documents);
  const job = typed(documents, 'job');
  const inside = await running.context.workshopStore(session.workshop.id);
  await inside.bulkWrite([1, 2].map((gate) => over(job, changed(joined, job, { address: `Gate ${gate}` }))));
  for (let round = 0; round < 100; round += 1) {
    const leaves = (await inside.leaves(job._id)).filter((leaf) => leaf._deleted !== true);
    if (leaves.length === 1) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await joined.get(job._id)).toMatchObject({ address: 'Gate 2' });
  expect((await inside.leaves(job._id)).filter((leaf) => leaf._deleted !== true)).toHaveLength(1);
  await running.stop();
});

function changedBy(
  context: ReturnType<typeof testContext>,
  job: WireDocument,
  changes: Parameters<typeof editJob>[2],
): WireDocument {
  return over(job, typed(acted(editJob(context, bodyOf(job) as unknown as Job, changes)).documents, 'job'));
}
