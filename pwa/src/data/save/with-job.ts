import type { ActContext, ActResult, Job } from '@revops/domain';
import type { DocumentReader } from './reader.ts';
import type { BuildAct } from './save-act.ts';

/** What an act becomes whose document is not on this phone any more. */
export const gone: ActResult = { ok: false, reason: { code: 'invalid' } };

/** An act about a job as it stands in the transaction of the save. */
export const withJob =
  (
    jobId: string,
    build: (context: ActContext, job: Job, documents: DocumentReader) => ActResult | Promise<ActResult>,
  ): BuildAct =>
  async (context, documents) => {
    const job = await documents.get<Job>(jobId);
    return job === undefined ? gone : build(context, job, documents);
  };
