import type { PaymentState, PlateKind } from '@revops/domain';

/** The papers there are. */
export type PaperKind = 'jobCard' | 'receipt' | 'bill';

/** How sure an amount is: that is its colour, and always a word beside it. */
export type Tone = 'plain' | 'received' | 'waiting';

/** A short value with its name, as `Came in · 21 Nov 2026`. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Who is named in a block: the first line stands out. */
export interface Party {
  readonly heading: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** A heading and what stands below it, line by line. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** An amount with its label, already written. */
export interface AmountLine {
  readonly label: string;
  readonly amount: string;
  readonly tone: Tone;
}

/** Amounts under one another and what they come to. */
export interface PaperLedger {
  readonly heading: string | undefined;
  readonly lines: readonly AmountLine[];
  readonly total: AmountLine | undefined;
  readonly note: string | undefined;
}

/** The state of money as a stamp. */
export interface PaperStamp {
  readonly state: PaymentState['state'];
  readonly word: string;
}

/** One payment as a stub: its number stands left of the tear line. */
export interface PaymentLine {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly tone: Tone;
  readonly amount: string;
}

/** What a paper says, before it has a size. Every text is final; the layout only places it. */
export interface Paper {
  readonly kind: PaperKind;
  readonly title: string;
  readonly number: string;
  /** The number as it stands below the title. */
  readonly numberLine: string;
  readonly workshop: Party;
  readonly facts: readonly Fact[];
  readonly plate: { readonly text: string; readonly kind: PlateKind };
  readonly vehicle: readonly string[];
  readonly customer: Party;
  /** The one amount that a receipt is about. */
  readonly headline:
    | { readonly label: string; readonly amount: string; readonly words: string; readonly stamp: PaperStamp }
    | undefined;
  readonly sections: readonly Section[];
  readonly ledger: PaperLedger | undefined;
  /** The billed amount in words. */
  readonly words: Fact | undefined;
  readonly payments: readonly PaymentLine[];
  /** The paper is of a job that was cancelled. */
  readonly struck: string | undefined;
  readonly signatures: readonly string[];
  readonly notes: readonly string[];
  readonly fileName: string;
  readonly madeAt: string;
}
