import type { Customer, Job, Money } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import { owedOn, type CarLine } from './customer-jobs.ts';
import { jobView } from './job-view.ts';
import { listed, shown, type Shown } from './lists.ts';
import { bookRecord, keptOf } from './merged.ts';

/** A customer who owes, with the whole of it. */
export interface OwingCustomer {
  readonly id: string;
  readonly name?: string;
  readonly phone?: string;
  readonly cars: readonly Pick<CarLine, 'plate' | 'kind'>[];
  readonly due: Money;
  readonly jobs: number;
  /** When the oldest of that work was done. */
  readonly since?: string;
}

interface Group {
  readonly customer: Customer | undefined;
  readonly jobs: JobView[];
}

/** By person as the customer's own page does it: by the card, and cards with one phone are one. */
async function byPerson(tx: ReadTx, found: readonly Shown[]): Promise<Map<string, Group>> {
  const idOf = ({ document }: Shown): string => (document as unknown as Job).customerId;
  const ids = [...new Set(found.map(idOf))];
  const kept = await Promise.all(
    ids.map(async (id) => {
      const card = await bookRecord<Customer>(tx, id);
      return card && (await keptOf(tx, card));
    }),
  );
  const cards = new Map(ids.map((id, index) => [id, kept[index]]));
  const groups = new Map<string, Group>();
  for (const one of found) {
    const customer = cards.get(idOf(one));
    const key = customer?.phone ?? customer?._id ?? idOf(one);
    const group = groups.get(key) ?? { customer, jobs: [] };
    group.jobs.push(jobView(one));
    groups.set(key, group);
  }
  return groups;
}

function owing(key: string, { customer, jobs }: Group): OwingCustomer {
  const { due, dueJobs } = owedOn(jobs);
  const name = customer?.name ?? jobs.find((job) => job.customerName !== undefined)?.customerName;
  const phone = customer?.phone ?? jobs.find((job) => job.phone !== undefined)?.phone;
  const [since] = jobs.flatMap(({ completedAt }) => completedAt ?? []).toSorted();
  return {
    id: customer?._id ?? key,
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    cars: [...new Map(jobs.map(({ plate, plateKind: kind }) => [plate, { plate, kind }])).values()],
    due,
    jobs: dueJobs,
    ...(since !== undefined && { since }),
  };
}

/** Everybody who owes for finished work, the largest sum first; as few as the dues in the ledger. */
export async function owingCustomers(tx: ReadTx): Promise<OwingCustomer[]> {
  const found = await shown(tx, await listed(tx, 'jobDue|all|'));
  const people = [...(await byPerson(tx, found))].map(([key, group]) => owing(key, group));
  return people.filter(({ due }) => due > 0).toSorted((a, b) => b.due - a.due);
}
