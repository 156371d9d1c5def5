import type { PaymentMethod, PlateKind } from '@revops/domain';
import type { FoldedAlarm } from './projections/alarm-lists.ts';

/** An alarm with what a screen says of it. `subject` is the job or payment that it is about. */
export interface AlarmView extends FoldedAlarm {
  readonly id: string;
  readonly subject: string;
  /** Empty where it is about a phone. */
  readonly jobId: string;
  readonly jobNumber?: string;
  readonly plate?: string;
  readonly plateKind?: PlateKind;
  readonly method?: PaymentMethod;
  /** Who took the payment that it is about. */
  readonly collectorName?: string;
  readonly personName?: string;
  readonly deviceCode?: string;
  readonly seenByName?: string;
}
