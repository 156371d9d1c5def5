import { isNewer, merge, typeOf, upgraded, type AnyDocument } from '@revops/domain';
import type { JournalEntry, Row } from '../database/schema.ts';
import { NEWER_LIST } from './newer-list.ts';
import { REMOVED_LIST } from './removed-list.ts';
import { headOf, projectionOf } from '../projections/registry.ts';

/** A document as the server has it. */
export interface ServerCopy {
  readonly rev: string;
  readonly doc: AnyDocument;
}

/** What a writer knows of one document; what is absent stays as it is. */
export interface Change {
  readonly id: string;
  /** Its journal entry if the writer has just put it there; else the fold reads it. */
  readonly entry?: JournalEntry;
  /** `removed`: the right to read it is lost. `lost`: the server does not have it any more. */
  readonly server?: ServerCopy | 'removed' | 'lost';
  /** The body that the server refused; `undefined` inside means answered. */
  readonly refused?: { readonly rev: string; readonly body: AnyDocument } | 'answered';
}

/** The server's copy that a row keeps. */
export function serverCopy(row: Row | undefined): ServerCopy | undefined {
  const doc = row?.server ?? row?.doc;
  return row?.serverRev === undefined || doc === undefined ? undefined : { rev: row.serverRev, doc };
}

/** The document of a row without what this phone has not sent. */
export const sentDocument = (row: Row): AnyDocument | undefined => serverCopy(row)?.doc;

const bare = (id: string, type: string, mark: Row['mark'], lists: readonly string[]): Row => ({
  id,
  type,
  lists,
  mark,
  folded: {},
  shares: [],
});

function markOnly(old: Row | undefined, change: Change, refusedRev: string): Row | undefined {
  const body = typeof change.refused === 'object' ? change.refused.body : undefined;
  if (body === undefined) return old === undefined ? undefined : { ...old, folded: {}, shares: [] };
  const lists = projectionOf(body.type)?.refusedLists?.(body) ?? [];
  return { ...bare(change.id, body.type, 'refused', lists), refused: refusedRev };
}

function refusedRevOf(
  old: Row | undefined,
  change: Change,
  copy: ServerCopy | undefined,
): string | undefined {
  // Re-admitted: the server has the very revision that it once refused.
  if (copy !== undefined && copy.rev === old?.refused) return undefined;
  if (change.refused === undefined) return old?.refused;
  return change.refused === 'answered' ? undefined : change.refused.rev;
}

/** In the shape of this version, whatever version wrote it: what is stored stays as it came. */
function joined(copy: ServerCopy | undefined, entry: JournalEntry | undefined): AnyDocument | undefined {
  if (entry === undefined) return copy && upgraded(copy.doc);
  return copy === undefined ? upgraded(entry.body) : merge([copy.doc, entry.body]);
}

interface Held {
  readonly copy: ServerCopy | undefined;
  readonly entry: JournalEntry | undefined;
  readonly refused: string | undefined;
}

/**
 * What a newer app has written: kept as it came for the version that knows it, and only a mark for this one. Without a
 * document nothing can be written over fields that this version would leave out.
 */
const newerRow = (id: string, type: string, { copy, entry, refused }: Held): Row => ({
  ...bare(id, type, entry === undefined ? 'server' : 'phone', [NEWER_LIST]),
  newer: true,
  ...(copy === undefined ? {} : { serverRev: copy.rev, server: copy.doc }),
  ...(refused === undefined ? {} : { refused }),
});

/**
 * The one rule: row = project(merge(server copy, journal entry)). Groups and totals are folded afterwards.
 * @param entriesWaiting unsent work on it, counted if the right to read it is lost.
 * @returns undefined when nothing is left of the document here.
 */
export function baseRow(
  old: Row | undefined,
  change: Change,
  entry: JournalEntry | undefined,
  entriesWaiting: number,
): Row | undefined {
  const removed = change.server === undefined ? old?.removed !== undefined : change.server === 'removed';
  const server = change.server === undefined ? serverCopy(old) : change.server;
  const copy = typeof server === 'object' ? server : undefined;
  const refused = refusedRevOf(old, change, copy);
  if (removed)
    return entriesWaiting === 0
      ? undefined
      : { ...bare(change.id, typeOf(change.id), 'phone', [REMOVED_LIST]), removed: { entriesWaiting } };
  if (copy === undefined && entry === undefined) {
    // A refused new document: only the mark stays, and stays after it was answered.
    if (refused !== undefined) return markOnly(old, change, refused);
    return old?.mark === 'refused' ? old : undefined;
  }
  const doc = joined(copy, entry);
  if (doc === undefined) return undefined;
  if (isNewer(doc)) return newerRow(change.id, doc.type, { copy, entry, refused });
  const head = headOf(doc);
  return {
    ...bare(
      change.id,
      doc.type,
      entry !== undefined ? 'phone' : refused !== undefined ? 'refused' : 'server',
      [],
    ),
    doc,
    folded: old?.folded ?? {},
    ...(head === undefined ? {} : { head }),
    ...(copy === undefined ? {} : { serverRev: copy.rev }),
    ...(copy === undefined || entry === undefined ? {} : { server: copy.doc }),
    ...(refused === undefined ? {} : { refused }),
    ...(old?.bucket === undefined ? {} : { bucket: old.bucket }),
  };
}
