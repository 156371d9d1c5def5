import {
  editJob,
  moveJob,
  reassignJob,
  type ActContext,
  type ActResult,
  type AnyDocument,
  type Job,
  type JobChanges,
  type JobUpdate,
  type Workshop,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { assertDesk } from './people.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { fieldError } from './refusals.ts';
import { phoneNumberOf, plateOf, promisedAfter } from './typed-values.ts';

type StoredJob = AnyDocument & Job;
type Step = (context: ActContext, job: Job) => ActResult;

/** Changes the card, moves the status, and gives the job to another desk: all of it in one write, or nothing. */
export async function changeJob(parts: ActParts, jobId: string, update: JobUpdate): Promise<void> {
  const { caller } = parts;
  await performAct(parts, async (reader, settings) => {
    const job = await reader.get<StoredJob>(jobId);
    if (!job) throw new AppError('not_found', 'There is no such job.');
    const { desk, status, note } = update;
    if (desk !== undefined && desk !== job.desk && caller.actor.role === 'owner')
      await assertDesk(reader, 'desk', desk);
    const changes = changesOf(update, job, settings);
    return (context) =>
      inOneWrite(context, job, [
        (acting, current) => editJob(acting, current, changes),
        // A repeated request finds the job where it wanted it.
        ...(status === undefined || status === job.status.value
          ? []
          : [(acting: ActContext, current: Job) => moveJob(acting, current, status, note)]),
        ...(desk === undefined || desk === job.desk
          ? []
          : [(acting: ActContext, current: Job) => reassignJob(acting, current, desk)]),
      ]);
  });
}

/** Each step goes on from the job that the one before left; of the job itself only the last body is written. */
function inOneWrite(context: ActContext, job: StoredJob, steps: readonly Step[]): ActResult {
  let current: AnyDocument = job;
  const entries: AnyDocument[] = [];
  for (const step of steps) {
    const result = step(context, current as unknown as Job);
    if (!result.ok && result.reason.code === 'nothing_changed') continue;
    if (!result.ok) return result;
    current = result.value.documents.find(({ _id }) => _id === job._id) ?? current;
    entries.push(...result.value.documents.filter(({ _id }) => _id !== job._id));
  }
  const documents = current === job ? [] : [current, ...entries];
  return { ok: true, value: { id: context.newId(), kind: 'edit_job', documents } };
}

const sameCar =
  'The car of a job stays what it is. Cancel this job and open one for the other car, or correct the plate in the app.';

/** Null takes a field away; what is not named stays. */
function changesOf(update: JobUpdate, job: StoredJob, settings: Workshop): JobChanges {
  const { vehicleNumber, plannedCompletionDays: days, phone } = update;
  const { desk: _desk, status: _status, note: _note, ...card } = update;
  const { vehicleNumber: _plate, plannedCompletionDays: _days, ...words } = card;
  if (vehicleNumber !== undefined && plateOf(vehicleNumber) !== job.vehicleNumber)
    throw fieldError('vehicleNumber', 'protected_field', sameCar);
  const given = Object.entries(words).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given.map(([field, value]) => [field, value ?? undefined])),
    ...(typeof phone === 'string' ? { phone: phoneNumberOf(phone, settings) } : {}),
    ...(days === undefined
      ? {}
      : { promisedAt: days === null ? undefined : promisedAfter(days, job.createdAt, settings) }),
  };
}
