import type { Job, JobReceived, Payment, PaymentState, PlateKind, Workshop } from '@revops/domain';

/** A payment with what follows it already judged. `number` is its own, `A1 · 7`; what the server wrote has none. */
export interface PaperPayment {
  readonly id: string;
  readonly number: string | undefined;
  readonly amount: number;
  readonly kind: Payment['kind'];
  readonly method: Payment['method'];
  readonly state: PaymentState['state'];
  readonly utr: string | undefined;
  readonly collectorName: string;
  readonly receivedAt: string;
}

/** All that papers of one job are made of. */
export interface PaperSource {
  readonly workshop: Pick<
    Workshop,
    'name' | 'address' | 'phone' | 'gstin' | 'currency' | 'timeZone' | 'locale'
  >;
  readonly job: Job;
  readonly plateKind: PlateKind;
  readonly received: JobReceived;
  /** Oldest first. */
  readonly payments: readonly PaperPayment[];
  readonly madeAt: string;
}
