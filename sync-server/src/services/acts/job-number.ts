import { jobNumber, SERVER_CODE } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { takeClaim } from '#src/sync/writing/take-claim.ts';
import { claimId } from '#src/sync/writing/verdict-claims.ts';
import { serverDevice } from '../workshop-documents.ts';

/** Each try is lost to a gateway that opened a job at the same moment, or to one that died before it stored its job. */
const maxAttempts = 100;

/**
 * The next number of the series that all gateways share, held by a claim before the job is written: of two that ask at
 * once each gets its own. A number whose job never came is left out.
 */
export async function takeJobNumber(store: DocumentStore, jobId: string): Promise<string> {
  const [last] = await store.view('by-counter', {
    startKey: ['job', serverDevice, {}],
    endKey: ['job', serverDevice],
    descending: true,
    limit: 1,
  });
  const highest = last ? Number((last.key as readonly unknown[])[2]) : 0;
  for (let n = highest + 1; n <= highest + maxAttempts; n += 1) {
    const number = jobNumber(SERVER_CODE, n);
    if (!number.ok) throw new AppError('device_codes_used_up');
    const id = claimId({ kind: 'number', key: number.value.replace('-', ':'), holder: jobId });
    const held = await takeClaim(store, id, { holder: jobId });
    if (held === 'taken' || held.every((leaf) => leaf['holder'] === jobId)) return number.value;
  }
  throw new AppError('unavailable', 'No job number could be had just now.', { retryAfterSeconds: 2 });
}
