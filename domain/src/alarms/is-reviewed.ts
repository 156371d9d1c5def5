import type { Review } from '#src/documents/review.ts';
import type { Alarm } from './alarm.ts';

const timeOf = (review: Review): string => `${review.at ?? review.createdAt} ${review._id}`;

/** The owners' last word on an alarm, if there is one; whatever the order in which words came. */
export function latestReview(
  alarm: Pick<Alarm, 'kind' | 'cause'>,
  reviews: readonly Review[],
): Review | undefined {
  return reviews
    .filter(({ kind, cause }) => kind === alarm.kind && cause === alarm.cause)
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))[0];
}
