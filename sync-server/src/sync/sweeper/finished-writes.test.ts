import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNote, openJob, reassignJob, type Job } from '@revops/domain';
import { acted, testContext, testPeople } from '@revops/domain/testing';
import { removeAll } from '#src/store/contract/contract-kit.ts';
import type { DocumentStore, StoreServer } from '#src/store/document-store.ts';
import { bodyOf, fresh, over, typed, type WireDocument } from '#src/testing/sync-kit.ts';
import { FinishedWrites } from '../writing/finished-writes.ts';
import { firstRevision } from '../writing/revisions.ts';
import { dying, openTestServer, send, sweepAll, sweeperOf } from './crash-kit.ts';

const { owner, manager, otherManager } = testPeople;
const start = Date.parse('2026-04-01T06:00:00.000Z');
let server: StoreServer;
let store: DocumentStore;
let finished: FinishedWrites;
let databases = 0;
let read: string[];

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => removeAll(server));
beforeEach(async () => {
  databases += 1;
  store = await server.open(`ws-finished-${databases}`);
  finished = new FinishedWrites();
  read = [];
  await store.bulkWrite([firstRevision({ _id: 'workshop:self', type: 'workshop', access: ['everyone'] })]);
});
afterEach(() => store.destroy());

const phone = testContext({ actor: manager, startMs: start });
const office = testContext({ actor: owner, startMs: start + 60_000 });
const asJob = (document: object): Job => document as unknown as Job;

/** The store with every body that is read of it written down. */
function watched(): DocumentStore {
  const noted = <T extends readonly { readonly _id: string }[]>(documents: T): T => {
    read.push(...documents.map(({ _id }) => _id));
    return documents;
  };
  const instead: Partial<DocumentStore> = {
    allDocs: async (query) => noted(await store.allDocs(query)),
    changes: async (options) => {
      const page = await store.changes(options);
      noted(page.rows.flatMap(({ doc }) => (doc ? [doc] : [])));
      return page;
    },
  };
  return new Proxy(store, {
    get(target, name: keyof DocumentStore) {
      const member: unknown = instead[name] ?? target[name];
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

const newJob = (): readonly WireDocument[] =>
  acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' })).documents.map(fresh);
const noteOn = (job: WireDocument): WireDocument =>
  typed(acted(addNote(phone, asJob(bodyOf(job)), 'Clutch ordered')).documents.map(fresh), 'jobEvent');
const moved = (job: WireDocument): WireDocument =>
  over(job, typed(acted(reassignJob(office, asJob(bodyOf(job)), otherManager.userId)).documents, 'job'));

/** A store whose next read of leaves is followed by something before its answer is used. */
function interrupted(by: () => Promise<unknown>): DocumentStore {
  let isOver = false;
  return new Proxy(store, {
    get(target, name: keyof DocumentStore) {
      if (name === 'leavesOf' && !isOver)
        return async (ids: readonly string[]) => {
          const found = await store.leavesOf(ids);
          isOver = true;
          await by();
          return found;
        };
      const member: unknown = target[name];
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

describe('what this process has brought to its end', () => {
  it('is not read again, and the place is kept behind it', async () => {
    const sweeper = sweeperOf(watched(), () => start, undefined, finished);
    await sweepAll(sweeper);
    read = [];
    const documents = newJob();
    await send(store, manager, documents, start, finished);
    await sweepAll(sweeper);
    expect(read.filter((id) => documents.some(({ _id }) => _id === id))).toEqual([]);
    expect(finished.isEmpty).toBe(true);
    const after = await store.changes({
      since: String((await store.getLocal('sweeper'))?.['since']),
      limit: 9,
    });
    expect(after.rows).toEqual([]);
  });

  it('does not count while no sweeper hears what others write', async () => {
    await send(store, manager, newJob(), start, finished);
    expect(finished.isEmpty).toBe(true);
  });

  it('does not hold a request that failed: what reached the disk is looked at', async () => {
    const sweeper = sweeperOf(watched(), () => start, undefined, finished);
    await sweepAll(sweeper);
    const documents = newJob();
    await send(
      dying(store, 0, () => true),
      manager,
      documents,
      start,
      finished,
    ).catch(() => undefined);
    read = [];
    await sweepAll(sweeper);
    expect(read).toEqual(expect.arrayContaining(documents.map(({ _id }) => _id)));
  });

  it('does not hold a document that somebody else wrote over', async () => {
    const sweeper = sweeperOf(watched(), () => start, undefined, finished);
    await sweepAll(sweeper);
    const documents = newJob();
    const job = typed(documents, 'job');
    await send(store, manager, documents, start, finished);
    await send(store, owner, [moved(job)], start + 60_000);
    read = [];
    await sweepAll(sweeper);
    expect(read).toContain(job._id);
  });
});

it.each([
  ['before', true],
  ['with', false],
])(
  'an entry that was admitted while another gateway moved its job follows it, the move heard %s the entry',
  async (_when, isSweptBetween) => {
    const sweeper = sweeperOf(store, () => start, undefined, finished);
    await sweepAll(sweeper);
    const documents = newJob();
    const job = typed(documents, 'job');
    await send(store, manager, documents, start, finished);
    await sweepAll(sweeper);
    const entry = noteOn(job);
    const meanwhile = async (): Promise<void> => {
      await send(store, owner, [moved(job)], start + 60_000);
      if (isSweptBetween) await sweepAll(sweeper);
    };
    await send(interrupted(meanwhile), manager, [entry], start + 60_000, finished);
    expect((await store.get(entry._id))?.['desk']).toBe(manager.userId);
    await sweepAll(sweeper);
    expect((await store.get(entry._id))?.['desk']).toBe(otherManager.userId);
  },
);
