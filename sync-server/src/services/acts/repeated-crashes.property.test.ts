import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { JobInput } from '@revops/domain';
import type { Caller } from '#src/http/authenticate.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Workshop as OpenWorkshop } from '#src/sync/sync-parts.ts';
import { dying } from '#src/sync/sweeper/crash-kit.ts';
import { Timelines } from '#src/sync/timelines.ts';
import { FinishedWrites } from '#src/sync/writing/finished-writes.ts';
import { WriteQueue } from '#src/sync/writing/write-queue.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { openJobByRest } from './open-job.ts';
import type { ActParts } from './perform-act.ts';
import { RequestIds } from './request-ids.ts';

const { server, manager, store } = await startWorkshop();
afterAll(() => server.stop());
const { context } = server;
const workshopId = manager.session.workshop.id;
const actor = { userId: manager.userId, role: 'manager', deviceIds: [] } as const;
const caller: Caller = { userId: manager.userId, workshopId, sessionId: 's', deviceId: undefined, actor };
const documents = await context.documentsOf(workshopId);
let requests = 0;

const partsOn = (on: DocumentStore): ActParts => ({
  clock: context,
  caller,
  open: {
    id: workshopId,
    store: on,
    documents,
    timelines: new Timelines(store, context.now),
    writes: new WriteQueue(),
    finished: new FinishedWrites(),
  } as unknown as OpenWorkshop,
});

const request = fc.record({
  hasPhone: fc.boolean(),
  hasAdvance: fc.boolean(),
  /** In which bulk the process dies, and which documents of it reach the disk. */
  bulk: fc.integer({ min: 0, max: 2 }),
  reaches: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});

it('is whole and there once when it is sent again, wherever the process died', async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ hasPhone, hasAdvance, bulk, reaches }) => {
      requests += 1;
      const key = `key-${requests}`;
      const input = {
        vehicleNumber: `MH${String(requests).padStart(6, '0')}`,
        customerName: 'Raj',
        ...(hasPhone ? { phone: `+9198765${String(requests).padStart(5, '0')}` } : {}),
        ...(hasAdvance ? { advancePaid: 500 } : {}),
      } as JobInput;
      const send = (on: DocumentStore) =>
        openJobByRest(
          partsOn(on),
          input,
          new RequestIds({ workshopId, userId: manager.userId, type: 'job', key }, context.newId),
        );
      await send(dying(store, bulk, (place) => reaches[place] === true)).catch(() => undefined);
      const answer = await send(store);
      expect(await send(store)).toEqual(answer);
      const children = await store.view('by-job', { keys: [answer.id] });
      expect(children.map(({ value }) => String(value)).toSorted()).toEqual(
        hasAdvance ? ['jobEvent', 'payment'] : ['jobEvent'],
      );
      const job = await store.get(answer.id);
      expect(job).toMatchObject({ number: answer.number });
      for (const id of [job?.['vehicleId'], job?.['customerId']])
        expect(await store.get(String(id))).toBeDefined();
      const cars = await store.view('by-list', {
        startKey: ['plate', input.vehicleNumber],
        endKey: ['plate', input.vehicleNumber, {}],
      });
      expect(cars.map(({ id }) => id)).toEqual([job?.['vehicleId']]);
    }),
    { numRuns: 40 },
  );
});
