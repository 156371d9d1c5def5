import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<string, () => string>> = {
  customerName: () => m.job_field_customer(),
  phone: () => m.job_field_phone(),
  carModel: () => m.job_field_model(),
  workDescription: () => m.job_field_work(),
  estimatedAmount: () => m.work_field_estimate(),
  billedAmount: () => m.work_field_bill(),
  promisedAt: () => m.job_field_promise(),
  dueAt: () => m.job_field_due(),
  odometer: () => m.job_field_odometer(),
  address: () => m.job_field_address(),
  partsRequired: () => m.job_field_parts(),
  workerAssigned: () => m.job_field_worker(),
  internalNotes: () => m.job_field_notes(),
  assigned: () => m.job_field_assigned(),
  status: () => m.work_field_status(),
  desk: () => m.work_field_desk(),
  vehicleNumber: () => m.work_field_plate(),
  plate: () => m.work_field_plate(),
  name: () => m.work_field_name(),
  upi: () => m.work_field_upi(),
  gstin: () => m.work_field_gstin(),
};

/** A field of a document as people call it, inside a sentence. */
export const fieldWord = (field: string): string => (words[field] ?? (() => m.job_field_other()))();

/** Several fields, each named once. */
export const fieldsWord = (fields: readonly string[]): string =>
  [...new Set(fields.map(fieldWord))].join(', ');
