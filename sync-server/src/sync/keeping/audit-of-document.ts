import type { AuditList } from '@revops/domain';
import type { DocumentStore, ViewRow } from '#src/store/document-store.ts';
import type { AuditRow } from '../writing/audit.ts';
import { Names } from './names.ts';
import { cursorOf, type PageQuery } from './page-of.ts';

interface Audit {
  readonly createdAt: string;
  readonly who: string;
  readonly device?: string;
  readonly offeredBy?: { readonly who: string; readonly device?: string };
  readonly rows: readonly AuditRow[];
}

/** More arrivals than one document ever has in one millisecond: a page ends between two instants. */
const leastPage = 50;

/** Every arrival of one document: who sent it, from which device, and what it changed. Newest first. */
export async function auditOfDocument(
  store: DocumentStore,
  docId: string,
  { limit: asked, after }: PageQuery,
): Promise<AuditList> {
  const limit = Math.max(asked, leastPage);
  const rows = await store.view('by-audited', {
    startKey: [docId, after ?? {}],
    endKey: [docId],
    descending: true,
    limit: limit + 1,
  });
  const ids = [...new Set(wholeInstants(rows, limit).map((row) => row.id))];
  const audits = (await store.allDocs({ keys: ids })) as unknown as readonly Audit[];
  const names = await Names.of(
    store,
    audits.flatMap(({ who, device, offeredBy }) => [{ who, device }, ...(offeredBy ? [offeredBy] : [])]),
  );
  const items = audits.flatMap((audit) => itemsOf(audit, docId, names));
  const next = rows.length > limit ? rows.at(-1) : undefined;
  return { items, ...(next ? { next: cursorOf(instantOf(next)) } : {}) };
}

const instantOf = (row: ViewRow): string => String((row.key as readonly unknown[])[1]);

/** The next page begins at an instant, so this one leaves all of it out. */
function wholeInstants(rows: readonly ViewRow[], limit: number): readonly ViewRow[] {
  const beyond = rows[limit];
  return beyond ? rows.filter((row) => instantOf(row) !== instantOf(beyond)) : rows;
}

function itemsOf(audit: Audit, docId: string, names: Names): AuditList['items'] {
  const { createdAt, who, device, offeredBy, rows } = audit;
  const named = (one: { readonly who: string; readonly device?: string }) => ({
    who: names.person(one.who),
    ...(one.device === undefined ? {} : { device: names.device(one.device) }),
  });
  return rows
    .filter((row) => row.id === docId)
    .map(({ rev, created, changed, flags }) => ({
      at: createdAt,
      ...named({ who, ...(device === undefined ? {} : { device }) }),
      ...(offeredBy && { offeredBy: named(offeredBy) }),
      rev,
      ...(created === undefined ? {} : { created }),
      ...(changed === undefined ? {} : { changed: [...changed] }),
      ...(flags === undefined ? {} : { flags: [...flags] }),
    }));
}
