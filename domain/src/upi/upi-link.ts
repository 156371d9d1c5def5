import { bareId } from '#src/ids/document-id.ts';
import type { Money } from '#src/money/money.ts';
import { uriComponent } from './uri-component.ts';

// NPCI UPI Linking Specifications 1.6, section 1.2: the longest values that apps have to accept.
const MAX_REFERENCE = 35;
const MAX_NOTE = 50;

/** The reference that ties a UPI transfer to its payment: the payment's id without type and dashes. */
export function upiTransactionRef(paymentId: string): string {
  return bareId(paymentId).replaceAll('-', '');
}

/** What the QR code of a payment says. */
export interface UpiRequest {
  readonly vpa: string;
  readonly payee: string;
  readonly amount: Money;
  readonly tr: string;
  readonly note: string;
}

/**
 * The `upi://pay` link that a customer's app opens, NPCI linking specification 1.6; the amount in rupees with two
 * decimals. An amount that is not above zero or a reference no app accepts is a bug and throws.
 */
export function upiLink({ vpa, payee, amount, tr, note }: UpiRequest): string {
  if (amount <= 0) throw new RangeError(`nothing to ask for: ${amount}`);
  if (!/^[A-Za-z0-9]+$/.test(tr) || tr.length > MAX_REFERENCE) throw new RangeError(`not a reference: ${tr}`);
  const parts = [
    // The spec's own examples leave the @ bare, and some apps look for it before decoding.
    `pa=${uriComponent(vpa).replace('%40', '@')}`,
    `pn=${uriComponent(payee)}`,
    `am=${rupees(amount)}`,
    'cu=INR',
    `tr=${tr}`,
    `tn=${uriComponent(Array.from(note).slice(0, MAX_NOTE).join(''))}`,
  ];
  return `upi://pay?${parts.join('&')}`;
}

function rupees(amount: Money): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
