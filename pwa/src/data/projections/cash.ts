import {
  depositState,
  type AnyDocument,
  type DayClose,
  type Deposit,
  type SettlementReceipt,
} from '@revops/domain';
import { cashLists } from './cash-lists.ts';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const everybodys = (document: AnyDocument, list: string): string[] =>
  ['anyone', (document as unknown as Deposit | DayClose).person].map(
    (person) => `${list}|${person}|${inverted(instantOfDocument(document))}`,
  );

export const depositProjection: Projection = {
  type: 'deposit',
  stateOf: (document, followers) => depositState(document as unknown as Deposit, followers).state,
  lists: (document, { state = 'waiting' }) => [
    ...everybodys(document, `deposit|${state}`),
    ...everybodys(document, 'deposit|all'),
    ...cashLists(document),
  ],
  refusedLists: (document) => everybodys(document, 'deposit|all'),
};

export const dayCloseProjection: Projection = {
  type: 'dayClose',
  lists: (document) => [...everybodys(document, 'dayClose'), ...cashLists(document)],
  refusedLists: (document) => everybodys(document, 'dayClose'),
};

/** What a receiver agreed to, listed because its hand-over may come later. */
export const settlementReceiptProjection: Projection = {
  type: 'settlementReceipt',
  lists: (document) => [
    `receipt|${(document as unknown as SettlementReceipt).to}|${inverted(instantOfDocument(document))}`,
  ],
};
