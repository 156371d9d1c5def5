import { money, signedAmount, type Money, type Payment } from '@revops/domain';
import type { CopiedDocument, DeviceCopy } from './copy-format.ts';

/** How many documents of one type there are, and the money among them. */
export interface KindSummary {
  readonly type: string;
  readonly count: number;
  readonly amount: Money;
}

/** What an owner reads before saying yes. */
export interface CopySummary {
  readonly kinds: readonly KindSummary[];
  /** Whose work it is, by who is named as the writer; more than one is a reason to ask. */
  readonly authors: readonly { readonly id: string; readonly count: number }[];
  readonly refused: number;
  readonly files: number;
  readonly first?: string;
  readonly last?: string;
}

const textOf = (document: CopiedDocument, field: string): string => {
  const value = document[field];
  return typeof value === 'string' ? value.slice(0, 200) : '';
};

/** A body that says no amount, or nonsense, counts as none. */
function amountOf(document: CopiedDocument): number {
  const { type, amount } = document;
  if (type !== 'payment' || !Number.isSafeInteger(amount)) return 0;
  return signedAmount(document as unknown as Payment);
}

const sum = (a: number, b: number): Money => money(Number.isSafeInteger(a + b) ? a + b : a);

function byKind(documents: readonly CopiedDocument[]): KindSummary[] {
  const kinds = new Map<string, KindSummary>();
  for (const document of documents) {
    const type = textOf(document, 'type');
    const before = kinds.get(type) ?? { type, count: 0, amount: money(0) };
    kinds.set(type, { type, count: before.count + 1, amount: sum(before.amount, amountOf(document)) });
  }
  return [...kinds.values()];
}

function byAuthor(documents: readonly CopiedDocument[]): CopySummary['authors'] {
  const authors = new Map<string, number>();
  for (const document of documents) {
    const id = textOf(document, 'createdBy');
    authors.set(id, (authors.get(id) ?? 0) + 1);
  }
  return [...authors].map(([id, count]) => ({ id, count })).toSorted((a, b) => b.count - a.count);
}

/** All documents that are to come in, in the order in which they were written down. */
export const documentsOf = ({ documents = [], journal }: DeviceCopy): CopiedDocument[] => [
  ...documents,
  ...journal,
];

export function summaryOf(copy: DeviceCopy): CopySummary {
  const documents = documentsOf(copy);
  const instants = documents
    .map((document) => textOf(document, 'createdAt'))
    .filter((at) => !Number.isNaN(Date.parse(at)))
    .toSorted();
  const [first, last] = [instants[0], instants.at(-1)];
  return {
    kinds: byKind(documents),
    authors: byAuthor(documents),
    refused: copy.tray.length,
    files: (copy.files ?? []).filter(({ base64 }) => base64 !== undefined).length,
    ...(first === undefined || last === undefined ? {} : { first, last }),
  };
}

/** Everything had been sent before it was made: there is nothing to bring in. */
export function isEmptyCopy(copy: DeviceCopy): boolean {
  const { kinds, refused, files } = summaryOf(copy);
  return kinds.length + refused + files === 0;
}
