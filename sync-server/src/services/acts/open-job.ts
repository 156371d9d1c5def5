import {
  money,
  openJob,
  type AnyDocument,
  type JobInput,
  type JobMade,
  type OpenJobInput,
  type Workshop,
} from '@revops/domain';
import { takeJobNumber } from './job-number.ts';
import { knownBook } from './known-book.ts';
import { assertDesk } from './people.ts';
import { performAct, type ActParts } from './perform-act.ts';
import type { RequestIds } from './request-ids.ts';
import { phoneNumberOf, plateOf, promisedAfter } from './typed-values.ts';

/** Takes a car in. The number is of the series that all who write by REST share. */
export async function openJobByRest(parts: ActParts, given: JobInput, ids: RequestIds): Promise<JobMade> {
  const { caller, clock, open } = parts;
  const documents = await performAct(
    parts,
    async (reader, settings) => {
      const { desk } = given;
      // A manager who names another desk is told about the right, and nothing of who sits there.
      if (desk !== undefined && caller.actor.role === 'owner') await assertDesk(reader, 'desk', desk);
      const input = inputOf(given, settings, new Date(clock.now()).toISOString());
      const known = await knownBook(reader, input);
      return (context) => openJob(context, input, known);
    },
    {
      ids,
      complete: async (made) => {
        const number = await takeJobNumber(open.store, jobOf(made)._id);
        return made.map((one) => (one.type === 'job' ? { ...one, number } : one));
      },
    },
  );
  const { _id, number } = jobOf(documents);
  return { id: _id, number: String(number) };
}

function jobOf(documents: readonly AnyDocument[]): AnyDocument {
  const job = documents.find(({ type }) => type === 'job');
  if (!job) throw new Error('whoever opens a job writes one');
  return job;
}

function inputOf(given: JobInput, settings: Workshop, now: string): OpenJobInput {
  const { vehicleNumber, phone, advancePaid = 0, advanceMethod = 'cash', plannedCompletionDays } = given;
  const { id: _id, ...card } = given;
  const {
    vehicleNumber: _plate,
    advancePaid: _paid,
    advanceMethod: _how,
    plannedCompletionDays: _days,
    ...rest
  } = card;
  return {
    ...rest,
    plate: plateOf(vehicleNumber),
    ...(phone === undefined ? {} : { phone: phoneNumberOf(phone, settings) }),
    // Nothing was taken.
    ...(advancePaid === 0 ? {} : { advance: { amount: money(advancePaid), method: advanceMethod } }),
    ...(plannedCompletionDays === undefined
      ? {}
      : { promisedAt: promisedAfter(plannedCompletionDays, now, settings) }),
  };
}
