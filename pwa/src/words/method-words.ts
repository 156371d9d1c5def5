import type { Payment, PaymentMethod } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<PaymentMethod, () => string>> = {
  cash: () => m.work_method_cash(),
  upi: () => m.work_method_upi(),
  card: () => m.work_method_card(),
  bank: () => m.work_method_bank(),
  cheque: () => m.work_method_cheque(),
};

/** How money came, as people say it. */
export const methodWord = (method: PaymentMethod): string => words[method]();

const inSentence: Readonly<Record<PaymentMethod, () => string>> = {
  cash: () => m.work_by_method_cash(),
  upi: () => m.work_by_method_upi(),
  card: () => m.work_by_method_card(),
  bank: () => m.work_by_method_bank(),
  cheque: () => m.work_by_method_cheque(),
};

/** The same inside a sentence: `Save ₹1,500 cash`. */
export const methodInSentence = (method: PaymentMethod): string => inSentence[method]();

/** How the money of a payment came, or went back: `UPI`, `Refund, cash`. */
export const paymentWord = ({ method, kind }: Pick<Payment, 'method' | 'kind'>): string =>
  kind === 'refund' ? m.work_refund({ method: inSentence[method]() }) : words[method]();
