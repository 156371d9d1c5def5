import { typeNamed, type Readmitted, type ReadmittedAll } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Quarantined } from '../writing/quarantine.ts';
import { stampsAsWritten } from '../writing/stamps.ts';
import { generationOf } from '../writing/revisions.ts';
import { quarantined, readmit, type Readmission } from './readmit.ts';

/** More lines than one change of a job writes. */
const maxLines = 100;

/** One document; and with a job the lines of its timeline that were refused only because of it. */
export async function readmitWithLines(readmission: Readmission, id: string): Promise<Readmitted> {
  const readmitted = await readmit(readmission, id);
  const lines = await linesOf(readmission.store, await quarantined(readmission.store, id));
  const also: string[] = [];
  for (const line of lines) if ((await attempt(readmission, line)).rev !== undefined) also.push(line._id);
  return also.length === 0 ? readmitted : { ...readmitted, also };
}

async function linesOf(store: DocumentStore, job: Quarantined): Promise<readonly Quarantined[]> {
  if (job.docType !== 'job' || !job.body) return [];
  const stamps = stampsAsWritten(job.body as never);
  const key = `of ${job.docId}`;
  const rows = await store.view('by-quarantine', { startKey: [key], endKey: [key, {}], limit: maxLines });
  const children = (await store.allDocs({ keys: rows.map((row) => row.id) })) as unknown as Quarantined[];
  return children.filter(
    ({ who, docType, body }) =>
      who === job.who && docType === 'jobEvent' && stamps.includes(String(body?.['hlc'])),
  );
}

/**
 * Several, each by itself and in the order in which they rest on one another, whatever order they are asked for in: the
 * book, the job, entries, then what follows those turn by turn. What cannot be let in keeps none of the others out.
 */
export async function readmitAll(readmission: Readmission, ids: readonly string[]): Promise<ReadmittedAll> {
  const found = await readmission.store.allDocs({ keys: [...new Set(ids)] });
  const asked = (found as unknown as readonly Quarantined[]).filter(({ type }) => type === 'quarantine');
  if (asked.length === 0) throw new AppError('not_found');
  const items: ReadmittedAll['items'] = [];
  for (const item of asked.toSorted(byRank)) items.push(await attempt(readmission, item));
  return { items };
}

async function attempt(
  readmission: Readmission,
  { _id: id, docId }: Quarantined,
): Promise<ReadmittedAll['items'][number]> {
  try {
    return { id, docId, rev: (await readmit(readmission, id)).rev };
  } catch (error) {
    // A store that does not answer refuses nothing: the request is repeated.
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
    return { id, docId, error: { code: error.code, message: error.message } };
  }
}

function rankOf({ docType }: Quarantined): number {
  const type = typeNamed(docType);
  if (type?.kind === 'record') return docType === 'job' ? 1 : 0;
  return type?.headOf === undefined ? 2 : 3;
}

const turnOf = ({ body }: Quarantined): number => (typeof body?.['turn'] === 'number' ? body['turn'] : 0);

const byRank = (a: Quarantined, b: Quarantined): number =>
  rankOf(a) - rankOf(b) || turnOf(a) - turnOf(b) || generationOf(a.rev) - generationOf(b.rev);
