import type { AlarmKind } from '#src/documents/review.ts';

/** Something that owners are shown, with the act behind it. A pure function of documents: it goes when its ground goes. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** What raised it; with the kind it names the alarm, so that the same thing happening again is another one. */
  readonly cause: string;
  readonly at: string;
  /** Who did it, and with what; absent while the entry that tells is not here. */
  readonly by?: string;
  readonly device?: string;
  /** The money that it is about, minor units. */
  readonly amount?: number;
  /** The bill before and after, minor units. */
  readonly from?: number;
  readonly to?: number;
  /** What was changed on the card. */
  readonly fields?: readonly string[];
  /** What was let off, in thousandths of the bills, beside what is usual: by the others, or by the same person before. */
  readonly shares?: {
    readonly own: number;
    readonly usual: number;
    readonly usualIs: 'others' | 'before';
  };
}
