import {
  addNote,
  err,
  ok,
  type ActContext,
  type ActResult,
  type AnyDocument,
  type Job,
} from '@revops/domain';

/** A note that a tampered app opens to everybody: the server has to refuse it, and the phone has to keep it. */
export function forgedAct(context: ActContext, documents: readonly AnyDocument[]): ActResult {
  const job = documents.find((document) => document.type === 'job') as unknown as Job | undefined;
  if (job === undefined) return err({ code: 'nothing_changed' });
  const noted = addNote(context, job, `For ${job.desk} only`);
  if (!noted.ok) return noted;
  return ok({
    ...noted.value,
    documents: noted.value.documents.map((document) => ({ ...document, access: ['everyone'] })),
  });
}
