import { settlementState, type AnyDocument, type Settlement } from '@revops/domain';
import { cashLists } from './cash-lists.ts';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const people = (document: AnyDocument): string[] => {
  const { from, to } = document as unknown as Settlement;
  return ['anyone', from, to];
};

export const settlementProjection: Projection = {
  type: 'settlement',
  stateOf: (document, followers) => settlementState(document as unknown as Settlement, followers).state,
  lists(document, { state = 'waiting' }) {
    const time = inverted(instantOfDocument(document));
    const all = people(document).flatMap((person) => [
      `handOver|${state}|${person}|${time}`,
      `handOver|all|${person}|${time}`,
    ]);
    return [...all, ...cashLists(document)];
  },
  refusedLists: (document) =>
    people(document).map((person) => `handOver|all|${person}|${inverted(instantOfDocument(document))}`),
};
