/** A text of the sources and what stands in its place; the text is there exactly once. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What has to fail: the simulator within so many seeds, or tests of these names. */
export type Check =
  | { readonly kind: 'simulator'; readonly seeds: number; readonly without?: string }
  | { readonly kind: 'tests'; readonly file: string; readonly title: string };

/** One promise broken on purpose. */
export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly caughtBy: Check;
}

/** In words, for people and as a key. */
export const wordsOf = (check: Check): string =>
  check.kind === 'simulator' ? `the simulator, ${check.seeds} seeds` : `${check.file} “${check.title}”`;
