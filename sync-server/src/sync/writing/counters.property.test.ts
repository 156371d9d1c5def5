import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { money, openJob, takePayment, type Job } from '@revops/domain';
import { acted, testContext, testPeople } from '@revops/domain/testing';
import { removeAll } from '#src/store/contract/contract-kit.ts';
import type { StoreServer } from '#src/store/document-store.ts';
import { fresh, typed } from '#src/testing/sync-kit.ts';
import { holds } from '../number-ranges.ts';
import { dying, openTestServer, send } from '../sweeper/crash-kit.ts';
import { countedIn, counterId } from './counters.ts';

const { manager } = testPeople;
const start = Date.parse('2026-04-01T06:00:00.000Z');
let server: StoreServer;
let databases = 0;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => removeAll(server));

/** A job and two payments for it, as one phone numbers them. */
function work() {
  const phone = testContext({ actor: manager, startMs: start });
  const opened = acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' })).documents;
  const job = typed(opened, 'job') as unknown as Job;
  const pay = () =>
    acted(takePayment(phone, job, { amount: money(500), kind: 'partial', method: 'cash' })).documents;
  return { documents: [...opened, ...pay(), ...pay()].map(fresh), deviceId: phone.deviceId };
}

it(
  'a number counts only once its entry is here, and an entry that comes again is no clone’s, wherever the process died',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), fc.func(fc.boolean()), async (bulk, reaches) => {
        databases += 1;
        const store = await server.open(`ws-counters-${databases}`);
        const { documents, deviceId } = work();
        const numbered = documents.filter(({ n }) => n !== undefined);
        await send(dying(store, bulk, reaches), manager, documents, start).catch(() => undefined);
        const { ranges } = countedIn(await store.leaves(counterId(deviceId)));
        const counted = numbered.filter(({ n }) => holds(ranges, n ?? 0));
        expect(await Promise.all(counted.map(({ _id }) => store.get(_id)))).not.toContain(undefined);
        for (const row of await send(store, manager, documents, start))
          expect(row).toMatchObject({ ok: true });
        expect(await store.allDocs({ startId: 'flag:', endId: 'flag:\uffff' })).toEqual([]);
        await store.destroy();
      }),
      { numRuns: 20 },
    );
  },
);
