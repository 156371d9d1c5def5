/** Seeds that broke a promise once, and what was wrong; every run begins with them. */
export const regressions: readonly { readonly seed: number; readonly why: string }[] = [];
