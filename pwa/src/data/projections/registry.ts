import { typeNamed, type AnyDocument } from '@revops/domain';
import { dayCloseProjection, depositProjection, settlementReceiptProjection } from './cash.ts';
import { customerProjection } from './customer.ts';
import { jobEventProjection } from './job-event.ts';
import { jobProjection } from './job.ts';
import { paymentProjection } from './payment.ts';
import { deviceProjection, memberProjection } from './people.ts';
import { photoProjection } from './photo.ts';
import type { Projection } from './projection.ts';
import { reviewProjection } from './review.ts';
import { settlementProjection } from './settlement.ts';
import { vehicleProjection } from './vehicle.ts';
import { visitProjection } from './visit.ts';
import { waiverProjection } from './waiver.ts';

const projections: ReadonlyMap<string, Projection> = new Map(
  [
    memberProjection,
    deviceProjection,
    customerProjection,
    vehicleProjection,
    jobProjection,
    jobEventProjection,
    visitProjection,
    photoProjection,
    reviewProjection,
    paymentProjection,
    settlementProjection,
    waiverProjection,
    settlementReceiptProjection,
    depositProjection,
    dayCloseProjection,
  ].map((projection) => [projection.type, projection]),
);

/** How a type is projected; a type without lists of its own, or unknown to this version, is only kept. */
export const projectionOf = (type: string): Projection | undefined => projections.get(type);

/** The group a document belongs to; undefined for a document that has none. */
export function headOf(document: AnyDocument): string | undefined {
  const follows = typeNamed(document.type)?.headOf?.(document);
  if (follows !== undefined) return follows;
  return projectionOf(document.type)?.stateOf === undefined ? undefined : document._id;
}
