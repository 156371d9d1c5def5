export interface LiveLimits {
  /** Live connections of one person: several devices and tabs, and the dead sockets that bad networks leave behind. */
  readonly perPerson: number;
  /** Live connections of one process; at 25 KB each, 15,000 are 375 MB. */
  readonly waiting: number;
  /** Of these, one workshop may hold a part, so that the others still find room. */
  readonly perWorkshop: number;
  /** Readings of the store at once. More would not be faster, only fatter: each may hold some megabytes. */
  readonly scansAtOnce: number;
  /** Readings that may queue before newcomers are told to come back later. */
  readonly scansWaiting: number;
  /** How late timers may run before newcomers are told to come back later; a garbage collection is not overload. */
  readonly lagMs: number;
  /** In which a continuous reader has to take a page; rights were read before it was sent. */
  readonly takenWithinMs: number;
}

export const defaultLiveLimits: LiveLimits = {
  perPerson: 20,
  waiting: 15_000,
  perWorkshop: 5000,
  scansAtOnce: 16,
  scansWaiting: 1000,
  lagMs: 1000,
  takenWithinMs: 60_000,
};
