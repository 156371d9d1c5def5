import { seedsFromBefore } from './seeds-from-before.ts';

/** Of so many events, how many bring each sequel along. */
const places = 113;
const shares = {
  revoke_device: 1,
  erase: 2,
  take_archive: 3,
  restore_archive: 3,
  import_copy: 1,
  kill_at_step: 4,
} as const;

/** What happens after an event of another kind. */
export type Sequel = keyof typeof shares;
const sequels = Object.keys(shares) as readonly Sequel[];
const deck = sequels.flatMap((sequel) => Array.from({ length: shares[sequel] }, () => sequel));

/**
 * What follows an event, by the event's own number: one more kind of event would have changed every history that broke
 * once. Those histories stay without.
 */
export const sequelOf = (history: number, event: number): Sequel | undefined =>
  seedsFromBefore.has(history) ? undefined : deck[event % places];
