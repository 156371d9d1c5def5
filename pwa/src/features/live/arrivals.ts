/** What was waiting at one moment; `isSettled` once everything older was fetched. */
export interface Look {
  readonly ids: readonly string[];
  readonly isSettled: boolean;
}

/** What has been seen so far. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  readonly isSettled: boolean;
}

export interface Arrivals {
  readonly known: Known;
  /** Those that nobody was told of. */
  readonly fresh: readonly string[];
}

/**
 * Which of the waiting payments have come since the last look. What is there at the first look, and all that a first
 * sync brings, is old; what has been there once never is new again, also when a word on it is taken back.
 */
export function arrivals(before: Known | undefined, { ids, isSettled }: Look): Arrivals {
  const fresh = before?.isSettled === true && isSettled ? ids.filter((id) => !before.ids.has(id)) : [];
  return { known: { ids: new Set([...(before?.ids ?? []), ...ids]), isSettled }, fresh };
}
