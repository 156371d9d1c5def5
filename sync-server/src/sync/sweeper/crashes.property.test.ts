import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addNote,
  editJob,
  openJob,
  reassignJob,
  takePayment,
  type AnyDocument,
  type Job,
} from '@revops/domain';
import { acted, testContext, testPeople, type TestContext } from '@revops/domain/testing';
import { money } from '@revops/domain';
import { removeAll } from '#src/store/contract/contract-kit.ts';
import type { DocumentStore, StoreServer } from '#src/store/document-store.ts';
import { fresh, over, typed, type WireDocument } from '#src/testing/sync-kit.ts';
import { Timelines } from '../timelines.ts';
import { firstRevision } from '../writing/revisions.ts';
import { contentsOf, dying, isSlow, openTestServer, send, sweepAll, sweeperOf } from './crash-kit.ts';

const { owner, manager, otherManager } = testPeople;
const start = Date.parse('2026-04-01T06:00:00.000Z');
let server: StoreServer;
let databases = 0;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => removeAll(server));

interface Scene {
  readonly store: DocumentStore;
  /** The owner's request, which moves the job and meets an edit that it has not seen. */
  readonly request: readonly WireDocument[];
}

const asJob = (document: AnyDocument): Job => document as unknown as Job;
const edited = (context: TestContext, job: AnyDocument, address: string): AnyDocument =>
  typed(acted(editJob(context, asJob(job), { address })).documents, 'job');

/** The same documents with the same revisions in a store of its own, however often it is asked. */
async function scene(documents: Documents): Promise<Scene> {
  databases += 1;
  const store = await server.open(`ws-crash-${databases}`);
  const { opened, children, managersEdit, request } = documents;
  await new Timelines(store, () => start).state();
  await store.bulkWrite([firstRevision({ _id: 'workshop:self', type: 'workshop', access: ['everyone'] })]);
  for (const batch of [opened, children, [managersEdit]])
    for (const row of await send(store, manager, batch, start)) expect(row).toMatchObject({ ok: true });
  return { store, request };
}

interface Documents {
  readonly opened: readonly WireDocument[];
  readonly children: readonly WireDocument[];
  readonly managersEdit: WireDocument;
  readonly request: readonly WireDocument[];
}

function makeDocuments(isOwnerFast: boolean): Documents {
  const phone = testContext({ actor: manager, startMs: start });
  const office = testContext({ actor: owner, startMs: start + (isOwnerFast ? 3_600_000 * 24 : 60_000) });
  const opened = acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' })).documents.map(fresh);
  const job = typed(opened, 'job');
  const { _rev, _revisions, ...body } = job;
  const paid = acted(
    takePayment(phone, asJob(body), {
      amount: money(500),
      kind: 'partial',
      method: 'upi',
      utr: '412345678901',
    }),
  ).documents;
  const children = [...acted(addNote(phone, asJob(body), 'Clutch ordered')).documents, ...paid].map(fresh);
  const managersEdit = over(job, edited(phone, body, 'Gate 4'));
  const moved = acted(reassignJob(office, asJob(body), otherManager.userId)).documents;
  const edit = edited(office, typed(moved, 'job'), 'Gate 9');
  const request = [over(job, edit), ...moved.filter(({ type }) => type !== 'job').map(fresh)];
  return { opened, children, managersEdit, request };
}

it(
  'whatever part of a request reached the disk before the process died, a sweeper ends where no crash would have',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.nat({ max: 3 }),
        fc.func(fc.boolean()),
        fc.boolean(),
        async (isFast, bulk, reaches, isRace) => {
          const documents = makeDocuments(isFast);
          const whole = await scene(documents);
          await send(whole.store, owner, whole.request, start);
          const cut = await scene(documents);
          await send(dying(cut.store, bulk, reaches), owner, cut.request, start).catch(() => undefined);
          const now = (): number => start + 1000;
          const sweepers = [sweeperOf(cut.store, now), ...(isRace ? [sweeperOf(cut.store, now)] : [])];
          await Promise.all(sweepers.map(sweepAll));
          expect((await contentsOf(cut.store)).branched).toEqual([]);
          // The phone got no answer, so it sends again.
          for (const row of await send(cut.store, owner, cut.request, start))
            expect(row).toMatchObject({ ok: true });
          await sweepAll(sweeperOf(cut.store, now));
          const [left, right] = [await contentsOf(cut.store), await contentsOf(whole.store)];
          expect(left.branched).toEqual([]);
          expect(comparable(left.bodies)).toEqual(comparable(right.bodies));
          // Who could read it in between is told of its removal: such keys may be more, never fewer.
          for (const [id, body] of Object.entries(right.bodies))
            expect(wasOf(left.bodies[id])).toEqual(expect.arrayContaining(wasOf(body)));
        },
      ),
      { numRuns: isSlow ? 8 : 25 },
    );
  },
);

const wasOf = (body = '{}'): string[] => (JSON.parse(body) as { was?: string[] }).was ?? [];

/** When a clock was lowered depends on when it was noticed, and who had access on how far a crash came. */
function comparable(bodies: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(bodies).map(([id, body]) => {
    const { was: _was, ...rest } = JSON.parse(
      body.replaceAll(/"hlc":"[0-9a-z]{9}-[0-9a-z]{4}/g, '"hlc":"'),
    ) as Record<string, unknown>;
    return [id, rest] as const;
  });
  return Object.fromEntries(entries);
}

it('where nothing was cut short nothing is written', async () => {
  const { store, request } = await scene(makeDocuments(false));
  await send(store, owner, request, start);
  const { updateSeq } = await store.info();
  await sweepAll(sweeperOf(store, () => start));
  expect((await store.info()).updateSeq).toBe(updateSeq);
});

it('an entry that came before its job stands at the job’s desk once that comes', async () => {
  const { opened, children } = makeDocuments(false);
  databases += 1;
  const store = await server.open(`ws-orphans-${databases}`);
  await send(store, manager, children, start);
  const job = typed(opened, 'job');
  // As another gateway would store it that died at once.
  await store.bulkWrite([{ ...job, desk: otherManager.userId, access: [`desk:${otherManager.userId}`] }]);
  await sweepAll(sweeperOf(store, () => start));
  const desks = (await store.allDocs({ keys: children.map(({ _id }) => _id) })).map((child) => child['desk']);
  expect(new Set(desks)).toEqual(new Set([otherManager.userId]));
});
