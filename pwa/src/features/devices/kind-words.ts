import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<string, () => string>> = {
  payment: m.devices_kind_payment,
  job: m.devices_kind_job,
  jobEvent: m.devices_kind_job_event,
  customer: m.devices_kind_customer,
  vehicle: m.devices_kind_vehicle,
  visit: m.devices_kind_visit,
  photo: m.devices_kind_photo,
  review: m.devices_kind_review,
  settlement: m.devices_kind_settlement,
  paymentDecision: m.devices_kind_decision,
  settlementDecision: m.devices_kind_decision,
  waiver: m.devices_kind_waiver,
  waiverDecision: m.devices_kind_decision,
  settlementReceipt: m.devices_kind_settlement,
  deposit: m.devices_kind_deposit,
  depositDecision: m.devices_kind_decision,
  dayClose: m.devices_kind_day_close,
};

/** What documents of a type are called; a file may name any. */
export const kindWords = (type: string): string =>
  (Object.hasOwn(words, type) ? words[type] : undefined)?.() ?? m.devices_kind_other();
