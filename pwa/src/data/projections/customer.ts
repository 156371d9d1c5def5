import type { Customer } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

export const customerProjection: Projection = {
  type: 'customer',
  lists(document) {
    const { phone, mergedInto } = document as unknown as Customer;
    return phone === undefined || mergedInto !== undefined
      ? []
      : [`phone|${phone}|${inverted(instantOfDocument(document))}`];
  },
};
