export interface Limit {
  readonly windowMs: number;
  readonly max: number;
}

const minute = 60_000;

/**
 * Per address unless the name says otherwise. Several phones of one workshop share one address, so the limits per
 * address are wide and the guessing of one account's password is stopped per account.
 */
export const defaultLimits = {
  register: { windowMs: 60 * minute, max: 20 },
  join: { windowMs: 60 * minute, max: 60 },
  loginPerAddress: { windowMs: 15 * minute, max: 100 },
  loginPerAccountAndAddress: { windowMs: 15 * minute, max: 10 },
  // Wider, because anybody can use it up and lock the owner of the address out for a while.
  loginPerAccount: { windowMs: 15 * minute, max: 50 },
  // A stolen phone that is signed in must not become a way to guess.
  changePassword: { windowMs: 15 * minute, max: 10 },
  refresh: { windowMs: 15 * minute, max: 600 },
  mailPerAddress: { windowMs: 60 * minute, max: 30 },
  mailPerAccount: { windowMs: 60 * minute, max: 5 },
  account: { windowMs: 15 * minute, max: 300 },
  // Other programs read and write here, one after the other and all day.
  rest: { windowMs: 15 * minute, max: 6000 },
  // A workshop's phones share an address, and a photo comes in up to 60 parts.
  files: { windowMs: 15 * minute, max: 12_000 },
  clientErrors: { windowMs: 10 * minute, max: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;

/** For tests and the simulator: the same limits, too wide to be met. */
export const wideLimits: Limits = Object.fromEntries(
  Object.entries(defaultLimits).map(([name, limit]) => [name, { ...limit, max: 1_000_000 }]),
) as unknown as Limits;
