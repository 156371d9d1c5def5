import { mangoIndexes, type MangoIndex } from '@revops/couchdb';
import type { FindQuery } from './document-store.ts';

export interface FindPlan {
  readonly index: MangoIndex;
  /** Over all fields of the index, as both stores want it; absent where the order does not matter. */
  readonly sort?: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
}

/**
 * The index that answers a query: its fields are all asked for or sorted by, the asked ones first. The same choice on
 * both stores. A query that none serves would read the whole workshop, so it is a bug and not slow.
 */
export function planFind({ selector, sort = [] }: FindQuery): FindPlan {
  const asked = Object.keys(selector);
  const sorted = sort.flatMap((part) => (typeof part === 'string' ? [part] : Object.keys(part)));
  const fitting = mangoIndexes
    .filter(({ fields }) => serves(fields, asked, sorted))
    .toSorted((a, b) => b.fields.length - a.fields.length);
  const [index] = fitting;
  if (!index) throw new Error(`no index serves ${[...asked, ...sorted].join(', ')}`);
  const [first] = sort;
  if (first === undefined) return { index };
  const direction = typeof first === 'string' ? 'asc' : (Object.values(first)[0] ?? 'asc');
  return { index, sort: index.fields.map((field) => ({ [field]: direction })) };
}

/** A document that lacks a field is not in the index, so none may be there that nobody mentions. */
function serves(fields: readonly string[], asked: readonly string[], sorted: readonly string[]): boolean {
  if (!fields.every((field) => asked.includes(field) || sorted.includes(field))) return false;
  if (!asked.includes(fields[0] ?? '')) return false;
  return (
    sorted.join() === fields.slice(fields.length - sorted.length).join() || sorted.join() === fields.join()
  );
}
