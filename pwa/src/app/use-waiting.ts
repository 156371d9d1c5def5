import { useDeposits, useHandOvers, usePayments, useSession } from '#src/data/hooks/index.ts';
import { useWaivers } from '#src/data/hooks/use-waivers.ts';
import type { Live } from '#src/data/views.ts';
import type { Waiting } from './places.ts';

// A badge of more than 99 says no more than 99.
const enough = 99;

const countOf = <T>(list: Live<readonly T[]>, isForOwner: (one: T) => boolean): number =>
  list.status === 'ready' ? list.value.filter(isForOwner).length : 0;

/** What waits for an owner's word, for the badges. */
export function useWaiting(): Waiting {
  const { role, userId } = useSession();
  const payments = usePayments({ states: ['waiting', 'clash'], limit: enough });
  const handOvers = useHandOvers({ state: 'waiting', limit: enough });
  const deposits = useDeposits({ state: 'waiting', limit: enough });
  const discounts = useWaivers({ state: 'waiting', limit: enough });
  if (role !== 'owner') return { payments: 0, handOvers: 0 };
  return {
    // Discounts wait in the same place.
    payments:
      (payments.status === 'ready' ? payments.value.items.length : 0) +
      (discounts.status === 'ready' ? discounts.value.length : 0),
    handOvers:
      countOf(handOvers, ({ document }) => document.from !== userId) +
      countOf(deposits, ({ document }) => document.person !== userId),
  };
}
