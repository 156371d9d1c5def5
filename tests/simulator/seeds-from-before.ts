/** Seeds that broke a promise before events had sequels: they stay what they were. */
export const seedsFromBefore: ReadonlySet<number> = new Set([
  136, 142, 3, 144, 1001, 1010, 127, 24, 732204735, 952440245, 732204729, 952440241, 952440243, 837011947,
  837011934, 735406478,
]);
