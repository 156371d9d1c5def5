import { settlementState, type AnyDocument, type Settlement } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const people = (document: AnyDocument): string[] => {
  const { from, to } = document as unknown as Settlement;
  return ['anyone', from, to];
};

export const settlementProjection: Projection = {
  type: 'settlement',
  stateOf: (_document, followers) => settlementState(followers).state,
  lists(document, { state = 'waiting' }) {
    const time = inverted(instantOfDocument(document));
    return people(document).flatMap((person) => [
      `handOver|${state}|${person}|${time}`,
      `handOver|all|${person}|${time}`,
    ]);
  },
  refusedLists: (document) =>
    people(document).map((person) => `handOver|all|${person}|${inverted(instantOfDocument(document))}`),
};
