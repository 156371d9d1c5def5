import { reassignJob, type Act, type Job, type Workshop } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Caller } from '#src/http/authenticate.ts';
import type { Workshop as OpenWorkshop } from '#src/sync/sync-parts.ts';
import { bodyOf } from '#src/sync/writing/revisions.ts';
import { stampsOf } from '#src/sync/writing/stamps.ts';
import { writeDocuments, type WriteRow } from '#src/sync/writing/write-documents.ts';
import { serverActContext } from './server-acts.ts';
import { serverDevice } from './workshop-documents.ts';

interface Clock {
  readonly now: () => number;
  readonly newId: () => string;
}

/** Only another gateway can come in between, and each time one of the two gets on. */
const maxAttempts = 5;

/**
 * Moves a job to another person's desk, whatever its status: what is still owed on a delivered job has to be somebody's.
 * The same act as on a phone and the same way in, so its entries follow and the old desk is told.
 */
export async function reassign(
  clock: Clock,
  open: OpenWorkshop,
  caller: Caller,
  jobId: string,
  desk: string,
): Promise<void> {
  await assertDesk(open, desk);
  await open.writes.run(async () => {
    // A restore must be noticed before the feed grows over it.
    await open.timelines.state();
    for (let attempt = 0; attempt < maxAttempts; attempt += 1)
      if (await moved(clock, open, caller, jobId, desk)) return;
    throw new AppError('conflict');
  });
}

async function assertDesk({ documents }: OpenWorkshop, desk: string): Promise<void> {
  const member = await documents.get(`member:${desk}`);
  const works = member?.['role'] === 'owner' || member?.['role'] === 'manager';
  if (works && member['active'] === true) return;
  throw new AppError('bad_request', 'Only an active owner or manager of the workshop has a desk.', {
    fields: { desk: 'not_a_desk' },
  });
}

/** False where somebody else changed the job in the moment between reading and writing. */
async function moved(
  { now, newId }: Clock,
  { store, documents }: OpenWorkshop,
  { actor, deviceId }: Caller,
  jobId: string,
  desk: string,
): Promise<boolean> {
  const [stored, workshop] = await Promise.all([store.get(jobId), documents.get('workshop:self')]);
  if (stored?.['type'] !== 'job' || !workshop) throw new AppError('not_found', 'There is no such job.');
  const { _rev } = stored;
  const job = bodyOf(stored);
  const last = stampsOf(job).sort().at(-1);
  const settings = workshop as unknown as Workshop;
  const context = serverActContext({ actor, workshop: settings, now, newId, last });
  const result = reassignJob(context, job as unknown as Job, desk);
  if (!result.ok && result.reason.code === 'nothing_changed') return true;
  if (!result.ok) throw new AppError('owner_only');
  const rows = await writeDocuments({
    store,
    writer: {
      actor: { ...actor, deviceIds: [...actor.deviceIds, serverDevice] },
      deviceId,
      arrivedAt: context.now,
    },
    documents: withParent(result.value, jobId, _rev),
    newEdits: true,
    auditId: newId(),
  });
  return succeeded(rows);
}

const withParent = ({ documents }: Act, jobId: string, rev: string): readonly unknown[] =>
  documents.map((document) => (document._id === jobId ? { ...document, _rev: rev } : document));

function succeeded(rows: readonly WriteRow[]): boolean {
  if (rows.some((row) => 'error' in row && row.error === 'conflict')) return false;
  const refused = rows.find((row) => 'error' in row);
  if (refused && 'reason' in refused) throw new AppError('forbidden', refused.reason);
  return true;
}
