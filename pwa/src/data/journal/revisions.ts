/** A revision and the chain it stands on, as CouchDB's `_revisions` writes it. */
export interface FixedRevision {
  readonly rev: string;
  readonly revisions: { readonly start: number; readonly ids: readonly string[] };
}

/** The number before the dash. */
export const generationOf = (rev: string): number => Number.parseInt(rev, 10) || 0;

const hashOf = (rev: string): string => rev.slice(rev.indexOf('-') + 1);

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The revision of a save: one above the unsent one it replaces, or else above the server's copy. The chain names
 * every unsent revision before it and the server's, so that the gateway grafts it where it belongs.
 */
export function nextRevision(
  unsent: FixedRevision | undefined,
  serverRev: string | undefined,
  random: (count: number) => Uint8Array,
): FixedRevision {
  const hash = hex(random(16));
  const [start, earlier] =
    unsent !== undefined
      ? [unsent.revisions.start, unsent.revisions.ids]
      : serverRev !== undefined
        ? [generationOf(serverRev), [hashOf(serverRev)]]
        : [0, []];
  return { rev: `${start + 1}-${hash}`, revisions: { start: start + 1, ids: [hash, ...earlier] } };
}
