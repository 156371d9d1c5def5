import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Workshop } from '#src/documents/workshop.ts';
import type { Result } from '#src/result/result.ts';
import type { Problem } from './problem.ts';

/** The settings of the workshop that acts depend on. */
export type ActWorkshop = Pick<Workshop, 'shareCustomers' | 'timeZone' | 'currency' | 'waiverLimit'>;

/**
 * Everything an act needs from outside, so that it stays pure. The counters belong to the transaction that stores the
 * act's documents: a number is used up only if they are stored.
 */
export interface ActContext {
  readonly userId: string;
  readonly role: 'owner' | 'manager';
  readonly deviceId: string;
  readonly deviceIds: readonly string[];
  readonly workshop: ActWorkshop;
  /** UTC instant by the server-corrected clock. */
  readonly now: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly stamp: () => string;
  /** What makes an id unique. The type of the document is told, so that a repeated request can name the same ones. */
  readonly newId: (type?: string) => string;
  /** The device's next entry number, gap-free from 1; undefined where the server writes. */
  readonly nextN: () => number | undefined;
  /** The device's next job number, such as `A1-0042`. */
  readonly nextJobNumber: () => string;
  /** Skips the schemas' last check; only for invented history, whose documents a test checks instead. */
  readonly unchecked?: true;
}

/** The names of what a person can do. */
export type ActKind =
  | 'open_job'
  | 'edit_job'
  | 'move_job'
  | 'take_back'
  | 'reassign_job'
  | 'add_note'
  | 'add_photo'
  | 'take_payment'
  | 'add_proof'
  | 'cancel_payment'
  | 'decide_payment'
  | 'waive'
  | 'decide_waiver'
  | 'deliver_and_collect'
  | 'give_back'
  | 'hand_over'
  | 'decide_hand_over'
  | 'agree_hand_over'
  | 'take_over_cash'
  | 'record_deposit'
  | 'decide_deposit'
  | 'close_day'
  | 'edit_workshop'
  | 'merge_records'
  | 'separate_records'
  | 'review_alarm';

/** One Save of a person: all its documents are stored together or not at all. */
export interface Act {
  readonly id: string;
  readonly kind: ActKind;
  readonly documents: readonly AnyDocument[];
}

/** An act, or the first thing that a person has to put right. */
export type ActResult = Result<Act, Problem>;
