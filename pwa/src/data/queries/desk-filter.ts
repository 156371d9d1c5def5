import type { JobStatusValue, PaymentMethod } from '@revops/domain';

/** What the desk's table can be put in order by. */
export type JobColumn = 'opened' | 'promised' | 'balance' | 'billed' | 'customer' | 'plate' | 'status';

/** What the desk's table shows, and in which order. */
export interface DeskFilter {
  readonly status: JobStatusValue | 'open' | 'all';
  /** A person, or `all`. */
  readonly desk: string;
  /** `due`: finished and not paid. A method: something was paid so. */
  readonly money: 'any' | 'due' | PaymentMethod;
  /** Promised before now and not finished. */
  readonly late: boolean;
  /** When it was opened, both instants included. */
  readonly from?: string;
  readonly to?: string;
  readonly sort: { readonly by: JobColumn; readonly descending: boolean };
}
