import type { AnyDocument } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { ViewRow } from '#src/store/document-store.ts';
import { cursorOf } from '#src/sync/keeping/page-of.ts';
import type { ListReader } from './list-reader.ts';

const usualLimit = 50;
const maxLimit = 200;

/** A filter that finds little reads so many at a time, and no longer than this for one answer: the next goes on. */
const rowsPerRead = 200;
const maxScanned = 5000;
const maxScanMs = 150;

export interface PageRequest<D, I> {
  readonly list: string;
  /** Whose part of the list; the reader's own where nothing is said. */
  readonly key?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  /** Places between which the list lies: from the first to before the last. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** By what the index itself tells, before a body is read. */
  readonly keepsRow?: ((row: ViewRow) => boolean) | undefined;
  /** By the body. */
  readonly keeps?: ((document: D) => boolean) | undefined;
  readonly itemsOf: (documents: readonly D[]) => Promise<readonly I[]>;
  /** By what the item says. */
  readonly keepsItem?: ((item: I) => boolean) | undefined;
}

export interface Page<I> {
  readonly items: readonly I[];
  readonly next?: string;
}

interface Found<I> {
  readonly place: string;
  readonly item: I;
}

/**
 * One page, newest first. A place in a list never changes while its document is in it, so nothing comes twice and nothing
 * is left out that was there all the time, whatever others write between two pages.
 */
export async function readPage<D extends AnyDocument, I>(
  reader: ListReader,
  request: PageRequest<D, I>,
): Promise<Page<I>> {
  const limit = limitOf(request.limit);
  const startedAt = performance.now();
  const found: Found<I>[] = [];
  let place = placeAfter(request.after);
  for (let scanned = 0; ;) {
    const isFirst = scanned === 0 && !request.keeps && !request.keepsItem && !request.keepsRow;
    const size = isFirst ? limit : rowsPerRead;
    const { rows, isEnd } = await readRows(reader, request, place, size);
    found.push(...(await itemsIn(reader, request, rows)));
    scanned += rows.length;
    place = rows.length === 0 ? place : placeOf(rows.at(-1) as ViewRow);
    const isFull = found.length > limit || (found.length === limit && !isEnd);
    if (isFull) return pageOf(found.slice(0, limit), found[limit - 1]?.place);
    if (isEnd) return pageOf(found, undefined);
    if (scanned >= maxScanned || performance.now() - startedAt > maxScanMs) return pageOf(found, place);
  }
}

export const limitOf = (asked = usualLimit): number => Math.min(asked, maxLimit);

const pageOf = <I>(found: readonly Found<I>[], next: string | undefined): Page<I> => ({
  items: found.map(({ item }) => item),
  ...(next === undefined ? {} : { next: cursorOf(next) }),
});

const placeOf = ({ key }: ViewRow): string => String((key as readonly unknown[])[2]);

/** An instant and an id, as this list wrote it. */
const placeShape = /^[0-9]{4}-[0-9TZ:.-]{19} [a-zA-Z]+:[A-Za-z0-9:/_.-]{1,200}$/;

export function placeAfter(after: string | undefined): string | undefined {
  if (after === undefined) return undefined;
  const place = Buffer.from(after, 'base64url').toString();
  if (placeShape.test(place)) return place;
  throw new AppError('bad_request', 'The cursor "after" comes from an earlier page.', {
    fields: { after: 'invalid_format' },
  });
}

interface Rows {
  readonly rows: readonly ViewRow[];
  readonly isEnd: boolean;
}

async function readRows<D, I>(
  reader: ListReader,
  { list, key = reader.listKey, from, to }: PageRequest<D, I>,
  after: string | undefined,
  size: number,
): Promise<Rows> {
  if (key === undefined) return { rows: [], isEnd: true };
  const start = to !== undefined && (after === undefined || to < after) ? to : after;
  // One more for the place itself, which is on the page before, and one that tells whether there is more.
  const rows = await reader.store.view('by-list', {
    startKey: [list, key, start ?? {}],
    endKey: [list, key, ...(from === undefined ? [] : [from])],
    descending: true,
    limit: size + 2,
  });
  const open = rows.filter((row) => placeOf(row) !== after);
  return { rows: open.slice(0, size), isEnd: open.length <= size };
}

async function itemsIn<D extends AnyDocument, I>(
  reader: ListReader,
  { keepsRow, keeps, itemsOf, keepsItem }: PageRequest<D, I>,
  rows: readonly ViewRow[],
): Promise<readonly Found<I>[]> {
  const wanted = keepsRow ? rows.filter(keepsRow) : rows;
  const places = new Map(wanted.map((row) => [row.id, placeOf(row)]));
  const bodies = await reader.many<D>(wanted.map(({ id }) => id));
  const kept = keeps ? bodies.filter(keeps) : bodies;
  const items = await itemsOf(kept);
  return kept.flatMap(({ _id }, index) => {
    const item = items[index] as I;
    return keepsItem && !keepsItem(item) ? [] : [{ place: places.get(_id) ?? '', item }];
  });
}
