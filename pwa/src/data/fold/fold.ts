import { isTimeZone, type AnyDocument } from '@revops/domain';
import { metaIn, putMeta } from '../database/meta.ts';
import { dropDraftsAbout } from '../drafts/drafts.ts';
import type { JournalEntry, Row, WriteTx } from '../database/schema.ts';
import { baseRow, type Change } from './base-row.ts';
import { findMany } from './find-many.ts';
import { foldAlarms } from './fold-alarms.ts';
import { foldGroups } from './fold-groups.ts';
import { foldJobs } from './fold-jobs.ts';
import { foldPlainRows } from './plain-rows.ts';
import { jobTotals, readAhead } from './read-ahead.ts';
import { hasRemovedMarks } from './removed-list.ts';
import { entriesWaiting, touchedMarks } from './removed-marks.ts';
import { RowSet } from './row-set.ts';
import { SearchLines } from './search-lines.ts';
import { Totals } from './totals.ts';

const JOURNAL_KEYS = 200;

async function entriesOf(
  tx: WriteTx,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, JournalEntry>> {
  const unread = changes.filter(({ entry }) => entry === undefined).map(({ id }) => id);
  const journal = tx.objectStore('journal');
  // Mostly little or nothing waits, and one request tells.
  const waiting = unread.length === 0 ? [] : await journal.getAllKeys(null, JOURNAL_KEYS);
  const held = new Set(waiting);
  const there = waiting.length < JOURNAL_KEYS ? unread.filter((id) => held.has(id)) : unread;
  const found = await findMany(journal, there, (entry) => entry.id);
  for (const { id, entry } of changes) if (entry !== undefined) found.set(id, entry);
  return found;
}

/** The bodies that a writer brings. */
const bodiesOf = (changes: readonly Change[]): AnyDocument[] =>
  changes.flatMap(({ entry, server }) => [
    ...(entry === undefined ? [] : [entry.body]),
    ...(typeof server === 'object' ? [server.doc] : []),
  ]);

/** Entries that are here, per device that wrote them: what the completeness check counts. */
function countHeld(totals: Totals, before: Row | undefined, after: Row | undefined): void {
  if (before?.doc?.device === after?.doc?.device && before?.doc?.n === after?.doc?.n) return;
  const held = (row: Row | undefined) =>
    row?.doc?.n === undefined ? [] : [{ key: `held|${row.doc.device}`, amount: 0, count: 1 }];
  totals.change({ shares: held(before) }, { shares: held(after) });
}

function topicsOf(rows: RowSet, ids: readonly string[], totals: Totals): Set<string> {
  const topics = new Set<string>(totals.keys.length === 0 ? [] : ['rollups']);
  for (const id of ids) {
    const row = rows.after.get(id) ?? rows.before.get(id);
    if (row === undefined) continue;
    topics.add(row.type);
    topics.add(row.head ?? id);
  }
  return topics;
}

/** The workshop's zone; another one than the rows were folded with starts a rebuild. */
async function zoneOf(tx: WriteTx, rows: RowSet, held: string): Promise<string> {
  const named = rows.after.get('workshop:self')?.doc?.['timeZone'];
  if (typeof named !== 'string' || named === held || !isTimeZone(named)) return held;
  await putMeta(tx, 'timeZone', named);
  await putMeta(tx, 'rebuild', { after: '' });
  return named;
}

export interface FoldOptions {
  /** What the writer has read in this transaction by id: rows, or that there is none. */
  readonly known?: ReadonlyMap<string, Row | undefined>;
  /** Ids that the writer has just made: nothing can follow them and no total can name them yet. */
  readonly fresh?: ReadonlySet<string>;
  /** The rows may have been folded by another version: nothing that was derived from them is taken as it is. */
  readonly anew?: boolean;
}

export interface Folding {
  /** To announce after the commit. */
  readonly topics: Set<string>;
  /** How many rows were written; those that turned out the same are not. */
  readonly written: number;
}

/**
 * Folds changed documents into rows, totals and search, in the transaction of whoever wrote them. The journal is
 * read as it stands in this transaction.
 */
export async function foldWith(
  tx: WriteTx,
  brought: readonly Change[],
  { known = new Map(), fresh = new Set(), anew = false }: FoldOptions,
): Promise<Folding> {
  const rows = new RowSet(tx);
  const totals = new Totals(tx);
  const changed = brought.map((change) => change.id);
  for (const [id, row] of known) rows.hold(id, row);
  for (const id of fresh) {
    rows.holdGroup(id);
    totals.hold(jobTotals(id));
  }
  const read = changed.map((id) => known.get(id)?.doc).filter((doc) => doc !== undefined);
  const bodies = [...bodiesOf(brought), ...read];
  const [entries, heldZone = 'UTC', hasMarks] = await Promise.all([
    entriesOf(tx, brought),
    metaIn(tx, 'timeZone'),
    hasRemovedMarks(tx),
    readAhead(rows, totals, changed, bodies),
  ]);
  const marks = hasMarks ? await touchedMarks(rows, brought, entries) : [];
  const changes = [...brought, ...marks];
  const waiting = await entriesWaiting(tx, rows, changes);
  for (const change of changes) {
    const { id } = change;
    rows.after.set(id, baseRow(rows.after.get(id), change, entries.get(id), waiting.get(id) ?? 0));
  }
  const lost = brought.filter(({ server }) => server === 'removed').map(({ id }) => id);
  await dropDraftsAbout(tx, lost);
  const ids = changes.map((change) => change.id);
  const timeZone = await zoneOf(tx, rows, heldZone);
  await foldGroups(rows, ids, totals, timeZone);
  await foldJobs(rows, ids, totals, timeZone);
  foldPlainRows(rows, ids, totals, timeZone);
  await foldAlarms(rows, totals);
  for (const id of new Set(ids)) countHeld(totals, rows.before.get(id), rows.after.get(id));
  const [searched] = await Promise.all([new SearchLines(tx).follow(rows, anew), totals.write()]);
  const written = rows.write();
  return { topics: topicsOf(rows, [...written, ...searched], totals), written: written.length };
}

/** Folds what a writer brings. @returns the topics to announce after the commit. */
export const fold = async (tx: WriteTx, changes: readonly Change[]): Promise<Set<string>> =>
  (await foldWith(tx, changes, {})).topics;
