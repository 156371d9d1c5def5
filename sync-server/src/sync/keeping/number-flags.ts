import type { NumberFlag } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { Names } from './names.ts';

/** A phone that was cloned may give every number twice; the owner needs to know that it did, not each of them. */
const maxTold = 200;
const perRead = 1000;
const maxAttempts = 5;

/** Numbers that were given twice and that no owner has looked at, newest first. */
export async function unseenFlags(store: DocumentStore): Promise<readonly NumberFlag[]> {
  const flags: StoredDocument[] = [];
  for (let startId = 'flag:'; ;) {
    const page = await store.allDocs({ startId, endId: 'flag:\uffff', limit: perRead });
    flags.push(...page.filter((flag) => flag['seen'] === undefined));
    const last = page.at(-1)?._id;
    if (page.length < perRead || last === undefined) break;
    startId = `${last}\u0000`;
  }
  const newest = flags.toSorted((a, b) => (textOf(a, 'createdAt') < textOf(b, 'createdAt') ? 1 : -1));
  const told = newest.slice(0, maxTold);
  const names = await Names.of(
    store,
    told.map((flag) => ({ who: flag['createdBy'], device: flag['device'] })),
  );
  return told.map((flag) => itemOf(flag, names));
}

const textOf = (flag: StoredDocument, field: string): string => String(flag[field]);

function itemOf(flag: StoredDocument, names: Names): NumberFlag {
  const { code } = names.device(textOf(flag, 'device'));
  return {
    id: flag._id,
    kind: flag['kind'] === 'number_held' ? 'number_held' : 'counter_held',
    documentId: textOf(flag, 'documentId'),
    key: textOf(flag, 'key'),
    user: names.person(textOf(flag, 'createdBy')),
    device: { id: textOf(flag, 'device'), ...(code === undefined ? {} : { code }) },
    createdAt: textOf(flag, 'createdAt'),
  };
}

/** An owner has looked at them: they stay stored, and are no alarm any more. */
export async function markSeen(
  store: DocumentStore,
  ids: readonly string[],
  seen: { readonly at: string; readonly by: string },
): Promise<number> {
  let count = 0;
  for (const id of ids) if (id.startsWith('flag:') && (await markOne(store, id, seen))) count += 1;
  return count;
}

async function markOne(store: DocumentStore, id: string, seen: object): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const flag = await store.get(id);
    if (flag?.['type'] !== 'flag') return false;
    if (flag['seen'] !== undefined || (await store.put({ ...flag, seen })).outcome !== 'conflict')
      return true;
  }
  return false;
}
