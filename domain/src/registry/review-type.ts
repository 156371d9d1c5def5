import { reviewSchema, type Review } from '#src/documents/review.ts';
import { reviewV1ToV2 } from '#src/upgrades/review-v1-to-v2.ts';
import { defineType } from './document-type.ts';

/** Between owners: whoever is looked into reads neither that nor what was noted. */
export const reviewType = defineType<Review>({
  type: 'review',
  kind: 'entry',
  version: 2,
  upgrades: [reviewV1ToV2],
  schema: reviewSchema,
  setFields: [],
  accessOf: () => [],
  may: (actor) => (actor.role === 'owner' ? undefined : 'not_permitted'),
});
