import type { IdsPlace } from '#src/sync/reading/read-ids.ts';

/** How far the first reading has come, and the place in the feed from before it began. */
export interface Listing {
  readonly seq: string;
  readonly place: IdsPlace | undefined;
}

const mark = 'list.';

/** As it travels; a place in the feed looks otherwise. */
export const listingSince = ({ seq, place }: Listing): string =>
  mark + Buffer.from(JSON.stringify([seq, place?.at, place?.id])).toString('base64url');

/** Undefined for a place in the feed, and for anything that was not made here. */
export function listingIn(since: string): Listing | undefined {
  if (!since.startsWith(mark)) return undefined;
  try {
    const given: unknown = JSON.parse(Buffer.from(since.slice(mark.length), 'base64url').toString());
    const [seq, at, id] = Array.isArray(given) ? (given as unknown[]) : [];
    if (typeof seq === 'string' && typeof at === 'string' && typeof id === 'string')
      return { seq, place: { at, id } };
  } catch {
    // Reading begins anew, as for every other place that is no good.
  }
  return undefined;
}
