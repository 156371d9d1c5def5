import type { Money } from '@revops/domain';

/** Everything that can be said about sending and receiving; one state at a time, the most pressing one. Instants are ISO. */
export type SyncView =
  | { readonly state: 'sent'; readonly heardAt?: string }
  | { readonly state: 'no_signal'; readonly heardAt?: string }
  | { readonly state: 'waiting'; readonly count: number; readonly amount?: Money }
  | { readonly state: 'sending'; readonly count: number; readonly photos?: number }
  /** Text is on the server, photos are not yet. */
  | { readonly state: 'photos'; readonly count: number }
  | { readonly state: 'stale'; readonly count: number; readonly since: string }
  | { readonly state: 'refused'; readonly count: number }
  | { readonly state: 'signed_out'; readonly count: number }
  | { readonly state: 'storage_full'; readonly neededMb: number }
  /** Above zero: this phone is ahead of the server. */
  | { readonly state: 'clock_off'; readonly aheadMs: number }
  | { readonly state: 'update' };

export type SyncState = SyncView['state'];
