import type { AnyDocument } from '#src/documents/envelope.ts';
import { countedAt } from './payment-contribution.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** In whose cash statements an entry stands, whatever became of it; nobody's, for what is not about cash. */
export function cashPeople(document: AnyDocument): string[] {
  switch (document.type) {
    case 'payment':
      return document['method'] === 'cash' ? [String(document['collectedBy'])] : [];
    case 'settlement':
      return [String(document['from']), String(document['to'])];
    case 'deposit':
    case 'dayClose':
      return [String(document['person'])];
    default:
      return [];
  }
}

/** When it stands there. */
export const cashInstant = (document: AnyDocument): string =>
  document.type === 'payment'
    ? countedAt(document as unknown as Parameters<typeof countedAt>[0])
    : (document.at ?? document.createdAt);

/** By how much an entry and what follows it change a person's cash; nothing while it waits or after it was rejected. */
export const cashEffect = (shares: readonly Contribution[], person: string): number =>
  shares.filter(({ key }) => key === totalKey.cash(person)).reduce((sum, { amount }) => sum + amount, 0);
