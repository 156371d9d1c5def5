import {
  addMoney,
  isFinished,
  negateMoney,
  subtractMoney,
  zeroMoney,
  type Money,
  type Payment,
} from '@revops/domain';
import type { JobView } from '#src/data/views.ts';

type Bill = Pick<JobView, 'billed' | 'balance' | 'received' | 'status'>;

/** The bill as it is once this much more is let off; of money to give back nothing is. */
export function lessDiscount<B extends Bill>(job: B, discount: Money): B {
  return job.balance <= 0 ? job : { ...job, balance: subtractMoney(job.balance, discount) };
}

/** What stands on the display before a digit is typed: the whole balance, or what is to give back. */
export function suggestedAmount(job: Bill, isRefund: boolean): Money {
  if (isRefund) return job.billed !== undefined && job.balance < 0 ? negateMoney(job.balance) : zeroMoney;
  return job.billed !== undefined && job.balance > 0 ? job.balance : zeroMoney;
}

/** What the money is for: all that was left, something before the work is done, or a part of it. */
export function kindOfPayment(job: Bill, amount: Money, isRefund: boolean): Payment['kind'] {
  if (isRefund) return 'refund';
  if (job.billed !== undefined && job.balance > 0 && amount >= job.balance) return 'final';
  return isFinished(job.status) ? 'partial' : 'advance';
}

/** How much more than is due would be taken; nothing while no bill says what is due. */
export function excess(job: Bill, amount: Money): Money {
  if (job.billed === undefined) return zeroMoney;
  const due = job.balance > 0 ? job.balance : zeroMoney;
  return amount > due ? subtractMoney(amount, due) : zeroMoney;
}

/** All the money that is on this job, waiting or confirmed. */
export const received = (job: Bill): Money => addMoney(job.received.waiting, job.received.confirmed);
