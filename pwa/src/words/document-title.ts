import { formatMoney, formatPlate, type AnyDocument, type Money } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { eventLine } from './event-line.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const amountOf = (document: AnyDocument, formats: Formats): string =>
  Number.isSafeInteger(document['amount']) ? formatMoney(document['amount'] as Money, formats) : '';

function lineTitle(document: AnyDocument, formats: Formats): string {
  const line = eventLine(document, formats);
  if (line === undefined) return m.sync_item_job_event();
  return m.sync_item_job_line({ line: line.length > 80 ? `${line.slice(0, 80)}…` : line });
}

/** What a document is, in a person's words. */
export function titleOf(document: AnyDocument, formats: Formats): string {
  const amount = amountOf(document, formats);
  switch (document.type) {
    case 'job':
      return m.sync_item_job({ plate: formatPlate(asText(document['vehicleNumber'])) });
    case 'jobEvent':
      return lineTitle(document, formats);
    case 'payment':
      return m.sync_item_payment({ amount });
    case 'paymentProof':
      return m.sync_item_payment_proof();
    case 'paymentCancellation':
      return m.sync_item_payment_cancellation();
    case 'paymentDecision':
      return m.sync_item_payment_decision();
    case 'settlement':
      return m.sync_item_settlement({ amount });
    case 'settlementDecision':
      return m.sync_item_settlement_decision();
    case 'settlementReceipt':
      return m.sync_item_settlement_receipt({ amount });
    case 'deposit':
      return m.sync_item_deposit({ amount });
    case 'depositDecision':
      return m.sync_item_deposit_decision();
    case 'dayClose':
      return m.sync_item_day_close({ day: asText(document['day']) });
    case 'waiver':
      return m.sync_item_waiver({ amount });
    case 'waiverDecision':
      return m.sync_item_waiver_decision();
    case 'customer':
      return m.sync_item_customer({ name: asText(document['name']) });
    case 'vehicle':
      return m.sync_item_vehicle({ plate: formatPlate(asText(document['plate'])) });
    case 'visit':
      return m.sync_item_visit();
    case 'photo':
      return m.sync_item_photo();
    case 'workshop':
      return m.sync_item_workshop();
    default:
      return m.sync_item_other();
  }
}
