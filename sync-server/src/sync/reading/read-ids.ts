import type { DocumentStore, ViewRow } from '#src/store/document-store.ts';
import type { Keys } from './readable.ts';

/** The last document of a page; those created before it, or then and with a lower id, come next. */
export interface IdsPlace {
  readonly at: string;
  readonly id: string;
}

export interface IdsPage {
  readonly rows: readonly { readonly id: string; readonly rev: string }[];
  /** Absent at the end. */
  readonly last: IdsPlace | undefined;
}

interface IdsRequest {
  readonly after: IdsPlace | undefined;
  readonly limit: number;
}

interface Listed extends IdsPlace {
  readonly rev: string;
}

/** One page of what these keys open, newest first, each document once whichever of the keys open it. */
export async function readIds(store: DocumentStore, keys: Keys, request: IdsRequest): Promise<IdsPage> {
  const names = keys === 'all' ? ['*'] : keys;
  const lists = await Promise.all(names.map((name) => readKey(store, name, request)));
  const distinct = new Map(lists.flat().map((listed) => [listed.id, listed]));
  const sorted = names.length === 1 ? [...distinct.values()] : [...distinct.values()].sort(newestFirst);
  const page = sorted.slice(0, request.limit);
  const end = page.at(-1);
  return {
    rows: page.map(({ id, rev }) => ({ id, rev })),
    last: end && sorted.length > page.length ? { at: end.at, id: end.id } : undefined,
  };
}

/** Negative where `a` is listed before `b`; one and the same place is neither. */
function newestFirst(a: IdsPlace, b: IdsPlace): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

/** One more than asked for, so that the end shows. What was created at the place's very moment is read again and left out. */
async function readKey(
  store: DocumentStore,
  name: string,
  { after, limit }: IdsRequest,
): Promise<readonly Listed[]> {
  for (let repeated = after ? 16 : 0; ; repeated *= 4) {
    const query = { startKey: [name, after?.at ?? {}], endKey: [name], descending: true };
    const rows = await store.view('by-access', { ...query, limit: limit + 1 + repeated });
    const listed = rows.map(toListed).filter((row) => !after || newestFirst(after, row) < 0);
    if (listed.length > limit || rows.length < limit + 1 + repeated) return listed.slice(0, limit + 1);
  }
}

function toListed({ id, key, value }: ViewRow): Listed {
  return { id, at: String((key as readonly unknown[])[1]), rev: String(value) };
}
