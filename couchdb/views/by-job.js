/** The children of a job, which move with it. Key: job id; value: type. */
export function byJob(doc) {
  if (doc.jobId !== undefined) emit(doc.jobId, doc.type);
}
