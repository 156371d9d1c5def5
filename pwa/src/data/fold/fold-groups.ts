import { groupContributions, type AnyDocument } from '@revops/domain';
import type { Row } from '../database/schema.ts';
import { projectionOf } from '../projections/registry.ts';
import { sentDocument } from './base-row.ts';
import type { RowSet } from './row-set.ts';
import { sameValue } from './same-value.ts';
import { noShares, type Shares, type Totals } from './totals.ts';

const isDocument = (document: AnyDocument | undefined): document is AnyDocument => document !== undefined;

function sentShares(head: Row, followers: readonly Row[], timeZone: string): Shares['shares'] {
  const document = sentDocument(head);
  return document === undefined
    ? []
    : groupContributions(document, followers.map(sentDocument).filter(isDocument), timeZone);
}

/** State and shares of a head are a pure function of it and its followers, in whatever order they came. */
function foldedHead(head: Row, followers: readonly Row[], timeZone: string): Row {
  const { sent: _sent, ...rest } = head;
  if (head.doc === undefined) return { ...rest, shares: [] };
  const projection = projectionOf(head.type);
  const documents = followers.map((row) => row.doc).filter(isDocument);
  const state = projection?.stateOf?.(head.doc, documents);
  const unsent = head.mark === 'phone' || followers.some((row) => row.mark === 'phone');
  const alarms = projection?.alarmsOf?.(head.doc, state ?? '', documents) ?? [];
  const folded = {
    ...(state === undefined ? {} : { state }),
    ...(unsent ? { unsent } : {}),
    ...(alarms.length === 0 ? {} : { alarms }),
  };
  return {
    ...rest,
    folded,
    lists: projection?.lists?.(head.doc, folded) ?? [],
    shares: groupContributions(head.doc, documents, timeZone),
    ...(unsent ? { sent: sentShares(head, followers, timeZone) } : {}),
  };
}

/** Whether a follower became another for its group. */
const isOther = (before: Row | undefined, after: Row | undefined): boolean =>
  before?.head !== after?.head ||
  before?.mark !== after?.mark ||
  before?.serverRev !== after?.serverRev ||
  !sameValue(before?.doc, after?.doc) ||
  !sameValue(before?.server, after?.server);

/** The heads among some rows and those of followers that changed: a rebuild folds each group once. */
function headsAmong(rows: RowSet, ids: readonly string[]): string[] {
  const heads = new Set<string>();
  for (const id of ids) {
    const [before, after] = [rows.before.get(id), rows.after.get(id)];
    for (const row of [before, after]) {
      if (row?.head !== undefined && (row.head === id || isOther(before, after))) heads.add(row.head);
    }
  }
  return [...heads];
}

/** Refolds every group of which a member changed. */
export async function foldGroups(
  rows: RowSet,
  ids: readonly string[],
  totals: Totals,
  timeZone: string,
): Promise<void> {
  const heads = headsAmong(rows, ids);
  const groups = new Map<string, Map<string, Row>>(heads.map((head) => [head, new Map()]));
  const stored = await rows.members(heads);
  const changed = ids.map((id) => rows.after.get(id)).filter((row) => row !== undefined);
  for (const row of [...stored, ...changed]) groups.get(row.head ?? '')?.set(row.id, row);
  for (const headId of heads) {
    const before = rows.before.get(headId) ?? noShares;
    const head = rows.after.get(headId);
    if (head === undefined) {
      totals.change(before, noShares);
      continue;
    }
    const followers = [...(groups.get(headId)?.values() ?? [])].filter((row) => row.id !== headId);
    const after = foldedHead(head, followers, timeZone);
    rows.after.set(headId, after);
    totals.change(before, after);
  }
}
