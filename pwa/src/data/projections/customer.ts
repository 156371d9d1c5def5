import type { Customer } from '@revops/domain';
import { mergedInto } from './merged-list.ts';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

export const customerProjection: Projection = {
  type: 'customer',
  lists(document) {
    const customer = document as unknown as Customer;
    const time = inverted(instantOfDocument(document));
    // Also of a merged one: whoever types its number means the customer that was kept.
    const phones = customer.phone === undefined ? [] : [`phone|${customer.phone}|${time}`];
    return [...phones, ...mergedInto(customer, time)];
  },
};
