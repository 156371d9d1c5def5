import { findCustomers, type CustomerFound } from '../queries/customers.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** Customers by name or phone, for the owner who erases one. */
export const useCustomers = (text: string): Live<readonly CustomerFound[]> =>
  useLive<readonly CustomerFound[]>({
    key: `customers ${text}`,
    topics: ['customer', 'job'],
    read: () => (tx) => findCustomers(tx, text),
    keepsLast: true,
  });
