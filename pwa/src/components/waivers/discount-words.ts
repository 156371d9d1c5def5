import { countsAlone, formatMoney, type Money } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { useSession, useWorkshop } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** What becomes of a discount of this amount. */
export interface DiscountFate {
  readonly counts: boolean;
  /** Said before it is saved; nothing for an owner, whose word it is. */
  readonly words: string | undefined;
}

/** Whether a discount counts at once or waits, as far as this phone knows, and why in words. */
export function useDiscountFate(job: Pick<JobDetail, 'id' | 'waivers'>, formats: Formats) {
  const session = useSession();
  const workshop = useWorkshop();
  const limit = workshop.status === 'ready' ? workshop.value.waiverLimit : 0;
  const given = job.waivers.map(({ id }) => ({ _id: id }));
  return (amount: Money): DiscountFate => {
    if (session.role === 'owner') return { counts: true, words: undefined };
    const by = { ...session, workshop: { ...emptyWorkshop, waiverLimit: limit as Money } };
    const counts = countsAlone(by, job.id, amount, given);
    return { counts, words: wordsOf({ counts, amount, limit: limit as Money, formats }) };
  };
}

// Of the settings the limit alone decides.
const emptyWorkshop = { shareCustomers: false, timeZone: 'UTC', currency: 'INR' } as const;

interface Said {
  readonly counts: boolean;
  readonly amount: Money;
  readonly limit: Money;
  readonly formats: Formats;
}

function wordsOf({ counts, amount, limit, formats }: Said): string {
  const said = { amount: formatMoney(amount, formats), limit: formatMoney(limit, formats) };
  if (counts) return m.waivers_alone(said);
  if (limit === 0) return m.waivers_no_limit(said);
  return amount > limit ? m.waivers_above(said) : m.waivers_again(said);
}
