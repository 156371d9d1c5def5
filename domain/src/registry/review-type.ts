import { reviewSchema, type Review } from '#src/documents/review.ts';
import { defineType } from './document-type.ts';

/** Between owners: whoever is looked into reads neither that nor what was noted. */
export const reviewType = defineType<Review>({
  type: 'review',
  kind: 'entry',
  version: 1,
  schema: reviewSchema,
  setFields: [],
  accessOf: () => [],
  may: (actor) => (actor.role === 'owner' ? undefined : 'not_permitted'),
});
