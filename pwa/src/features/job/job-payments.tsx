import { bareId } from '@revops/domain';
import { FileText, HandCoins } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useColumnDecimals } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { LetOff } from './job-discounts.tsx';
import { PaymentStub } from './payment-stub.tsx';

/** Every slip of this job, also the struck ones. */
export function JobPayments({ job }: { readonly job: JobDetail }) {
  const decimals = useColumnDecimals(job.payments.map((payment) => payment.amount));
  return (
    <section>
      <SectionHeading {...(job.payments.length > 0 && { count: job.payments.length })}>
        {m.job_payments()}
      </SectionHeading>
      {job.payments.length === 0 ? (
        <p className="border-y border-rule bg-surface px-gutter py-3 text-ink-2">{m.job_no_payments()}</p>
      ) : (
        <ul className="border-t border-rule">
          {job.payments.map((payment) => (
            <li key={payment.id}>
              <PaymentStub payment={payment} decimals={decimals} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2 px-gutter pt-3">
        <ButtonLink to={`/jobs/${bareId(job.id)}/pay`} icon={HandCoins} className="grow basis-full">
          {m.job_take_payment()}
        </ButtonLink>
        <LetOff job={job} />
        <ButtonLink to={`/jobs/${bareId(job.id)}/papers`} icon={FileText} className="grow">
          {m.papers_open()}
        </ButtonLink>
      </div>
    </section>
  );
}
