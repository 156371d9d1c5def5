import type { PaymentView } from '#src/data/views.ts';

/** What somebody else took and what still waits: nobody is told of the own payments, nor of what was settled meanwhile. */
export const worthTelling = (payments: readonly PaymentView[], userId: string): PaymentView[] =>
  payments.filter(
    ({ state, collectedBy, document }) =>
      state === 'waiting' && collectedBy !== userId && document.createdBy !== userId,
  );
