import { alarmsOfPayment, countedAt, paymentState, type AnyDocument, type Payment } from '@revops/domain';
import { cashLists } from './cash-lists.ts';
import { inverted, type Projection } from './projection.ts';

const asPayment = (document: AnyDocument): Payment => document as unknown as Payment;

const jobList = (payment: Payment): string => `jobPayment|${payment.jobId}|${inverted(countedAt(payment))}`;

export const paymentProjection: Projection = {
  type: 'payment',
  stateOf: (document, followers) => paymentState(asPayment(document), followers).state,
  alarmsOf(document, state, followers) {
    const isPlain = state === 'waiting' || state === 'confirmed' || state === 'cancelled';
    const isUsual = isPlain && document['kind'] !== 'refund';
    // Nearly all payments are, and their state is known already.
    if (isUsual && !followers.some(({ type }) => type === 'paymentClash')) return [];
    return alarmsOfPayment(asPayment(document), followers);
  },
  lists(document, { state = 'waiting' }) {
    const payment = asPayment(document);
    const time = inverted(countedAt(payment));
    return [
      `payment|${state}|all|${time}`,
      `payment|${state}|${payment.collectedBy}|${time}`,
      jobList(payment),
      ...cashLists(document),
    ];
  },
  refusedLists: (document) => [jobList(asPayment(document))],
};
