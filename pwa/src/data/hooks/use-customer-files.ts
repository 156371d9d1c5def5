import { carFile, type CarFile } from '../queries/car-file.ts';
import { customerFile, type CustomerFile } from '../queries/customer-file.ts';
import { lastCustomers, searchCustomers, type CustomerList } from '../queries/customer-list.ts';
import { owingCustomers, type OwingCustomer } from '../queries/owing-customers.ts';
import { cachedBuckets } from '../queries/search-cache.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** Jobs change with their money: a payment that comes in refolds its job. */
const topics = ['customer', 'vehicle', 'job'];

/** A customer's cars, dues and history; undefined when the card is not on this phone. */
export const useCustomerFile = (id: string): Live<CustomerFile | undefined> =>
  useLive({ key: `customerFile ${id}`, topics, read: () => (tx) => customerFile(tx, id) });

/** A car's people, dues, visits and history; undefined for a plate that is not on this phone. */
export const useCarFile = (plate: string): Live<CarFile | undefined> =>
  useLive({ key: `carFile ${plate}`, topics: [...topics, 'visit'], read: () => (tx) => carFile(tx, plate) });

/** Whoever came last. */
export const useLastCustomers = (): Live<CustomerList> =>
  useLive({ key: 'lastCustomers', topics, read: () => lastCustomers });

const nobody: CustomerList = { items: [], complete: true };

/** Customers by digits of a car, name or phone; without a query nothing is read. */
export const useCustomerSearch = (query: string): Live<CustomerList> =>
  useLive({
    key: `customerSearch ${query}`,
    topics: query === '' ? [] : [...topics, 'meta:firstSync'],
    read:
      ({ db }) =>
      async (tx) =>
        query === '' ? nobody : searchCustomers(tx, query, cachedBuckets(db)),
    keepsLast: true,
  });

/** Everybody who owes for finished work, the largest sum first. */
export const useOwingCustomers = (): Live<OwingCustomer[]> =>
  useLive({ key: 'owingCustomers', topics, read: () => owingCustomers });
