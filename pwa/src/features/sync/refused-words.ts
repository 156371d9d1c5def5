import { bareId, type AnyDocument } from '@revops/domain';

/** Where it is put right. */
export function placeOf(document: AnyDocument): string {
  const jobId = document.type === 'job' ? document._id : document['jobId'];
  if (typeof jobId === 'string') return `/jobs/${bareId(jobId)}`;
  if (document.type === 'settlement') return '/money';
  if (document.type === 'settlementDecision') return '/hand-overs';
  if (document.type === 'workshop') return '/more/workshop';
  return '/not-accepted';
}
