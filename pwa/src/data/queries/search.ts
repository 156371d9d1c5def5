import { folded } from '@revops/domain';
import { metaIn } from '../database/meta.ts';
import type { ReadTx } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import { jobView } from './job-view.ts';
import { shown } from './lists.ts';
import { loadBuckets, type LoadBuckets } from './search-cache.ts';

/** The runs of letters and of digits in a query; all of them must be found, in any order. */
export const fragmentsOf = (query: string): string[] =>
  (folded(query).match(/\p{Nd}+|[\p{L}\p{M}]+/gu) ?? []).toSorted((a, b) => b.length - a.length);

/** What sorts a hit: open jobs first, then the newest. */
interface Hit {
  readonly order: string;
  readonly id: string;
}

/** Whether a hit of this order would still be shown. */
const isBetter = (best: readonly Hit[], order: string, limit: number): boolean =>
  best.length < limit || order > (best.at(-1)?.order ?? '');

/** Keeps the best hits only, so that a single letter among 50,000 jobs costs no sort of them all. */
function keepBest(best: Hit[], hit: Hit, limit: number): void {
  const at = best.findIndex((held) => held.order < hit.order);
  if (at === -1) best.push(hit);
  else best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

/**
 * Looks for the longest fragment in the whole bucket. A single digit is in every line, so a line is taken apart only
 * when it comes before what is already found.
 */
function searchBucket(lines: string, fragments: readonly string[], best: Hit[], limit: number): void {
  const rarest = fragments[0] ?? '';
  for (let end = -1, found = lines.indexOf(rarest); found !== -1; found = lines.indexOf(rarest, end)) {
    const start = lines.lastIndexOf('\n', found) + 1;
    const next = lines.indexOf('\n', found);
    end = next === -1 ? lines.length : next;
    const textEnd = lines.indexOf('\t', start);
    const idStart = lines.lastIndexOf('\t', end) + 1;
    const order = lines.slice(textEnd + 1, idStart - 1);
    // Behind the text it was found in the time or the id.
    if (found >= textEnd || !isBetter(best, order, limit)) continue;
    const text = lines.slice(start, textEnd);
    if (fragments.every((fragment) => text.includes(fragment)))
      keepBest(best, { order, id: lines.slice(idStart, end) }, limit);
  }
}

/** Jobs by plate, name, phone, model or number; `complete` is false while older jobs are still being fetched. */
export async function searchJobs(
  tx: ReadTx,
  query: string,
  limit: number,
  buckets: LoadBuckets = loadBuckets,
): Promise<{ items: JobView[]; complete: boolean }> {
  const fragments = fragmentsOf(query);
  const firstSync = await metaIn(tx, 'firstSync');
  const complete = firstSync?.complete !== false;
  // Read also for an empty field: then the first keystroke finds the lines in memory.
  const lines = await buckets(tx);
  if (fragments.length === 0) return { items: [], complete };
  const best: Hit[] = [];
  for (const bucket of lines) searchBucket(bucket.lines, fragments, best, limit);
  const rows = await Promise.all(best.map(({ id }) => tx.objectStore('rows').get(id)));
  const found = await shown(
    tx,
    rows.filter((row) => row !== undefined),
  );
  return { items: found.map(jobView), complete };
}
