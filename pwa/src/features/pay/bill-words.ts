import { formatMoney, negateMoney, subtractMoney, type Money } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { excess, received } from './payment-plan.ts';

/** Above the amount: what the job asks for now. */
export function billLabel(job: JobDetail, formats: Formats): string {
  const write = (amount: Money) => formatMoney(amount, formats);
  if (job.billed === undefined) {
    const sum = received(job);
    return sum > 0 ? `${m.pay_no_bill()} · ${m.pay_received({ amount: write(sum) })}` : m.pay_no_bill();
  }
  if (job.balance > 0) return m.pay_to_collect({ amount: write(job.balance) });
  return job.balance < 0
    ? m.pay_to_give_back({ amount: write(negateMoney(job.balance)) })
    : m.pay_nothing_due();
}

/** Below the amount: what it leaves. */
export function billHint(
  job: JobDetail,
  amount: Money,
  isRefund: boolean,
  formats: Formats,
): string | undefined {
  if (isRefund || job.billed === undefined || amount <= 0) return undefined;
  const more = excess(job, amount);
  if (more > 0) return m.pay_more({ amount: formatMoney(more, formats) });
  const left = subtractMoney(job.balance, amount);
  return left === 0 ? m.pay_all_paid() : m.pay_stays_due({ amount: formatMoney(left, formats) });
}
