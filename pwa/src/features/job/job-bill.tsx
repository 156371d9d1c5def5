import { addMoney, chargedOf, money, negateMoney, subtractMoney, zeroMoney } from '@revops/domain';
import { Ledger, type LedgerLine } from '#src/components/ui/ledger.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** What the job costs, what came in and how sure it is, what is still to collect. */
export function JobBill({ job }: { readonly job: JobDetail }) {
  const { waiting, confirmed } = job.received;
  const received: LedgerLine[] = [
    { label: m.job_received_confirmed(), amount: negateMoney(confirmed), tone: 'received' },
    { label: m.job_received_waiting(), amount: negateMoney(waiting), tone: 'waiting' },
  ];
  const shown = received.filter((line) => line.amount !== 0);
  const discount = subtractMoney(
    money(chargedOf(job.document, job.received.waived)),
    job.billed ?? zeroMoney,
  );
  return (
    <section aria-label={m.job_bill_section()} className="mt-2 border-y border-rule bg-surface">
      {job.billed === undefined ? (
        <>
          <p className="px-gutter pt-3 text-ink-2">{m.job_no_bill()}</p>
          {shown.length > 0 && (
            <Ledger
              label={m.job_bill_section()}
              lines={shown.map((line) => ({ ...line, amount: negateMoney(line.amount) }))}
              total={{ label: m.job_received_so_far(), amount: addMoney(confirmed, waiting) }}
            />
          )}
          {shown.length === 0 && <div className="pb-3" />}
        </>
      ) : (
        <Ledger
          label={m.job_bill_section()}
          lines={[
            {
              label: job.document.billedAmount === undefined ? m.job_bill_estimate() : m.job_bill(),
              amount: job.billed,
            },
            ...(discount === 0 ? [] : [{ label: m.waivers_discount(), amount: discount }]),
            ...shown,
          ]}
          total={{ label: job.balance < 0 ? m.job_to_settle() : m.job_to_collect(), amount: job.balance }}
        />
      )}
    </section>
  );
}
