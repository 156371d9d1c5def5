import type { AnyDocument } from '#src/documents/envelope.ts';
import { groupOf } from '#src/registry/registry.ts';
import { cashEffect, cashInstant, cashPeople } from './cash-moves.ts';
import { groupContributions } from './ledger.ts';
import { statementDays, type CashMove, type StatementDay } from './statement-days.ts';

/** A line with the entry that it comes from. */
export interface DocumentMove extends CashMove {
  readonly document: AnyDocument;
}

const newestFirst = (a: DocumentMove, b: DocumentMove): number => {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.document._id < b.document._id ? -1 : 1;
};

/** A person's whole statement, recomputed from the documents: slow, and what every page of it has to equal. */
export function cashStatement(
  all: Iterable<AnyDocument>,
  person: string,
  timeZone: string,
): readonly StatementDay<DocumentMove>[] {
  const documents = [...new Map([...all].map((one) => [one._id, one])).values()];
  const groups = new Map<string, AnyDocument[]>();
  for (const document of documents) {
    const group = groupOf(document);
    groups.set(group, [...(groups.get(group) ?? []), document]);
  }
  const moves = documents
    .filter((document) => cashPeople(document).includes(person))
    .map((document): DocumentMove => {
      const others = (groups.get(document._id) ?? []).filter((one) => one !== document);
      const effect = cashEffect(groupContributions(document, others, timeZone), person);
      return { document, at: cashInstant(document), effect };
    })
    .toSorted(newestFirst);
  const inHand = moves.reduce((sum, { effect }) => sum + effect, 0);
  return statementDays(moves, inHand, timeZone);
}
