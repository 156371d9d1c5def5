import type { AnyDocument } from '#src/documents/envelope.ts';
import { dayCloseType, depositDecisionType, depositType } from './cash-types.ts';
import type { DocumentType } from './document-type.ts';
import { jobEventType, jobType, visitType } from './job-types.ts';
import { photoType } from './photo-type.ts';
import { reviewType } from './review-type.ts';
import {
  paymentCancellationType,
  paymentClashType,
  paymentDecisionType,
  paymentProofType,
  paymentType,
} from './payment-types.ts';
import { settlementReceiptType } from './settlement-receipt-type.ts';
import { settlementDecisionType, settlementType } from './settlement-types.ts';
import { waiverDecisionType, waiverType } from './waiver-types.ts';
import { customerType, deviceType, memberType, vehicleType, workshopType } from './workshop-types.ts';

/** Every type of document that travels on `/sync`. */
export const documentTypes: readonly DocumentType[] = [
  workshopType,
  memberType,
  deviceType,
  customerType,
  vehicleType,
  jobType,
  jobEventType,
  visitType,
  photoType,
  reviewType,
  paymentType,
  paymentProofType,
  paymentCancellationType,
  paymentDecisionType,
  paymentClashType,
  settlementType,
  settlementDecisionType,
  waiverType,
  waiverDecisionType,
  settlementReceiptType,
  depositType,
  depositDecisionType,
  dayCloseType,
];

const byName: ReadonlyMap<string, DocumentType> = new Map(
  documentTypes.map((definition) => [definition.type, definition]),
);

/** The definition of a type, or undefined for one this version does not know. */
export const typeNamed = (type: string): DocumentType | undefined => byName.get(type);

/** Who may read a document of a known type besides the owners; nobody, for an unknown one. */
export const accessOf = (document: AnyDocument): string[] =>
  typeNamed(document.type)?.accessOf(document) ?? [];

/** The head that a follower belongs to, or the document itself. */
export const groupOf = (document: AnyDocument): string =>
  typeNamed(document.type)?.headOf?.(document) ?? document._id;
