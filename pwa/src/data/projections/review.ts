import type { Review } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

/** The list of what owners have said of the alarms about one document. */
export const reviewList = (subject: string): string => `review|${subject}|`;

export const reviewProjection: Projection = {
  type: 'review',
  lists: (document) => [
    `${reviewList((document as unknown as Review).subject)}${inverted(instantOfDocument(document))}`,
  ],
};
