import { waiverState, type AnyDocument, type Waiver } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const asWaiver = (document: AnyDocument): Waiver => document as unknown as Waiver;

/** The list of a job's discounts and write-offs. */
export const jobWaivers = (jobId: string): string => `jobWaiver|${jobId}|`;

export const ANYBODY = 'all';

/** The list of the discounts in a state that one person gave, or anybody. */
export const givenBy = (state: string, person: string): string => `waiver|${state}|${person}|`;

const jobList = (document: AnyDocument): string =>
  `${jobWaivers(asWaiver(document).jobId)}${inverted(instantOfDocument(document))}`;

export const waiverProjection: Projection = {
  type: 'waiver',
  stateOf: (document, followers) => waiverState(asWaiver(document), followers).state,
  lists: (document, { state = 'waiting' }) => [
    ...[ANYBODY, asWaiver(document).createdBy].map(
      (person) => `${givenBy(state, person)}${inverted(instantOfDocument(document))}`,
    ),
    jobList(document),
  ],
  refusedLists: (document) => [jobList(document)],
};
