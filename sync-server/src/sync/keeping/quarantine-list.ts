import type { QuarantineItem, QuarantineList } from '@revops/domain';
import type { DocumentStore, ViewRow } from '#src/store/document-store.ts';
import type { Quarantined } from '../writing/quarantine.ts';
import { Names } from './names.ts';
import { cursorOf, type PageQuery } from './page-of.ts';

/** Bodies are up to half a megabyte: they are read few at a time, and a page ends where an answer gets heavy. */
const perRead = 20;
const maxPageRoom = 4 * 1024 * 1024;

interface ListQuery extends PageQuery {
  /** Also what an owner has re-admitted or dismissed. */
  readonly all: boolean;
}

/** Refused documents, newest first. */
export async function listQuarantine(store: DocumentStore, query: ListQuery): Promise<QuarantineList> {
  const list = query.all ? 'all' : 'open';
  const rows = await store.view('by-quarantine', {
    startKey: [list, query.after ?? {}],
    endKey: [list],
    descending: true,
    limit: query.limit + 2,
  });
  const open = rows.filter((row) => placeOf(row) !== query.after);
  const { documents, taken } = await readBodies(store, open.slice(0, query.limit));
  const names = await Names.of(store, documents);
  const last = open[taken - 1];
  return {
    items: documents.map((document) => itemOf(document, names)),
    ...(last && taken < open.length ? { next: cursorOf(placeOf(last)) } : {}),
  };
}

const placeOf = (row: ViewRow): string => String((row.key as readonly unknown[])[1]);

async function readBodies(
  store: DocumentStore,
  rows: readonly ViewRow[],
): Promise<{ readonly documents: readonly Quarantined[]; readonly taken: number }> {
  const documents: Quarantined[] = [];
  let room = 0;
  let taken = 0;
  while (taken < rows.length && room < maxPageRoom) {
    const part = rows.slice(taken, taken + perRead);
    const found = await store.allDocs({ keys: part.map((row) => row.id) });
    documents.push(...(found as unknown as Quarantined[]));
    room = documents.reduce((sum, document) => sum + document.room, 0);
    taken += part.length;
  }
  return { documents, taken };
}

function itemOf(document: Quarantined, names: Names): QuarantineItem {
  const {
    _id: id,
    docId,
    rev,
    docType,
    reason,
    who,
    device,
    receivedAt,
    via,
    body,
    readmitted,
    dismissed,
  } = document;
  return {
    id,
    docId,
    rev,
    type: docType,
    reason,
    who: names.person(who),
    ...(device === undefined ? {} : { device: names.device(device) }),
    receivedAt,
    via,
    body: body ?? {},
    ...(readmitted === undefined ? {} : { readmitted }),
    ...(dismissed === undefined ? {} : { dismissed }),
  };
}
