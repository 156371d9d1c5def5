import type { AnyDocument, Job, JobReceived, Payment, PlateKind, Workshop } from '@revops/domain';
import type { PaperSize } from '@revops/papers';

/** Which paper of a job: the card, the bill, or the receipt of the payment with this id. */
export type PaperChoice = 'card' | 'bill' | `payment:${string}`;

/** One payment with all that follows it, and what only this phone knows of it. */
export interface PaperMoney {
  readonly payment: Payment;
  readonly followers: readonly AnyDocument[];
  /** Of the phone that took it; without it the paper shows no number, because another phone's would be wrong. */
  readonly code: string | undefined;
  readonly collectorName: string;
}

/** Everything that a paper is made of. */
export interface PaperRequest {
  readonly choice: PaperChoice;
  readonly size: PaperSize;
  readonly workshop: Workshop;
  readonly job: Job;
  readonly plateKind: PlateKind;
  readonly received: JobReceived;
  readonly payments: readonly PaperMoney[];
}
