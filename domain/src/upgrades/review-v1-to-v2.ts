import type { AnyDocument } from '#src/documents/envelope.ts';

/** Since version 2 an owner may also have looked at a person's discounts; what was said before stays as it is. */
export const reviewV1ToV2 = (review: AnyDocument): AnyDocument => review;
