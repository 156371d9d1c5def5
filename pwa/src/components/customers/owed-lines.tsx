import { Ledger, type LedgerLine } from '#src/components/ui/ledger.tsx';
import type { Owed } from '#src/data/queries/customer-jobs.ts';
import { m } from '#src/words/compiled/messages.js';

/** What finished work still brings in, and what has to be given back beside it. */
export function OwedLines({ owed }: { readonly owed: Owed }) {
  const back: LedgerLine[] =
    owed.giveBack > 0 ? [{ label: m.customers_give_back(), amount: owed.giveBack, tone: 'waiting' }] : [];
  return (
    <section aria-label={m.customers_money()} className="mt-2 border-y border-rule bg-surface">
      {owed.due === 0 && back.length === 0 ? (
        <p className="px-gutter py-3 text-ink-2">{m.customers_nothing_due()}</p>
      ) : (
        <Ledger
          label={m.customers_money()}
          lines={back}
          total={{ label: m.customers_due_line({ count: owed.dueJobs }), amount: owed.due }}
        />
      )}
    </section>
  );
}
