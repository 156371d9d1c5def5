import { waiverState, type AnyDocument, type Waiver } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const asWaiver = (document: AnyDocument): Waiver => document as unknown as Waiver;

/** The list of a job's discounts and write-offs. */
export const jobWaivers = (jobId: string): string => `jobWaiver|${jobId}|`;

const jobList = (document: AnyDocument): string =>
  `${jobWaivers(asWaiver(document).jobId)}${inverted(instantOfDocument(document))}`;

export const waiverProjection: Projection = {
  type: 'waiver',
  stateOf: (document, followers) => waiverState(asWaiver(document), followers).state,
  lists: (document, { state = 'waiting' }) => [
    `waiver|${state}|${inverted(instantOfDocument(document))}`,
    jobList(document),
  ],
  refusedLists: (document) => [jobList(document)],
};
