import { groupContributions } from '@revops/domain';
import type { Row } from '../database/schema.ts';
import { projectionOf } from '../projections/registry.ts';
import { sentDocument } from './base-row.ts';
import type { RowSet } from './row-set.ts';
import { noShares, type Totals } from './totals.ts';

function sharesOf(row: Row, timeZone: string): Pick<Row, 'shares' | 'sent'> {
  if (row.doc === undefined) return { shares: [] };
  const shares = groupContributions(row.doc, [], timeZone);
  if (shares.length === 0 || row.mark !== 'phone') return { shares };
  const sent = sentDocument(row);
  return { shares, sent: sent === undefined ? [] : groupContributions(sent, [], timeZone) };
}

/** Rows of types without a fold of their own: each stands for itself in lists and totals. */
export function foldPlainRows(rows: RowSet, ids: readonly string[], totals: Totals, timeZone: string): void {
  for (const id of new Set(ids)) {
    const [before, row] = [rows.before.get(id), rows.after.get(id)];
    const type = (row ?? before)?.type;
    if (type === undefined || type === 'job' || row?.head === id || before?.head === id) continue;
    if (row?.doc === undefined) {
      totals.change(before ?? noShares, noShares);
      continue;
    }
    const lists = projectionOf(type)?.lists?.(row.doc, row.folded) ?? [];
    const after: Row = { ...row, lists, ...sharesOf(row, timeZone) };
    rows.after.set(id, after);
    totals.change(before ?? noShares, after);
  }
}
