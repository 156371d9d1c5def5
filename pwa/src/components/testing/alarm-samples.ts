import {
  decidePayment,
  deliverAndCollect,
  editJob,
  money,
  openJob,
  takePayment,
  type Act,
  type AnyDocument,
  type Job,
  type Payment,
} from '@revops/domain';
import { acted, testContext, testPeople } from '@revops/domain/testing';
import { serverDocument } from '#src/data/testing/phone.ts';

const person = (id: string, name: string, role: 'owner' | 'manager'): AnyDocument =>
  serverDocument({ _id: `member:${id}`, type: 'member', name, role, active: true, stamps: {} });

/** Two owners; Meera, who looks at the screen, is one of them. The desk of this story is Manoj's. */
export const people = [
  person('meera', 'Meera Joshi', 'owner'),
  person('olga', 'Olga Pereira', 'owner'),
  person('manoj', 'Manoj Kulkarni', 'manager'),
];

/** A bill of ₹6,000 that fell to ₹4,500 after ₹5,000 was taken in cash, which an owner has rejected when `rejected`. */
export function fallenBill({ rejected = false } = {}): AnyDocument[] {
  const manager = testContext({ actor: testPeople.otherManager });
  const owner = testContext({ actor: testPeople.owner, code: 'B1' });
  const documents = new Map<string, AnyDocument>();
  const keep = ({ documents: written }: Act): AnyDocument[] => {
    for (const one of written) documents.set(one._id, one);
    for (const context of [manager, owner]) context.wait(60_000);
    return [...written];
  };
  const opened = openJob(manager, {
    plate: 'MH14GT0420',
    customerName: 'Raj Kumar',
    estimatedAmount: money(600_000),
  });
  const job = keep(acted(opened)).find(({ type }) => type === 'job') as unknown as Job;
  const [payment] = keep(
    acted(takePayment(manager, job, { amount: money(500_000), kind: 'partial', method: 'cash' })),
  ) as unknown as [Payment];
  keep(acted(editJob(manager, job, { billedAmount: money(450_000) })));
  if (rejected)
    keep(acted(decidePayment(owner, payment, [], { verdict: 'rejected', reason: 'Not in the drawer' })));
  return [...documents.values()];
}

/** Four cars that left in the last days: Manoj let off ₹400 of ₹4,000 for each, Meera nothing of ₹9,000. */
export function manyDiscounts(): AnyDocument[] {
  const startMs = Date.now() - 4 * 24 * 3_600_000;
  const desk = testContext({ actor: testPeople.otherManager, startMs });
  const owner = testContext({ actor: testPeople.manager, code: 'B1', startMs });
  const car = (context: typeof desk, estimate: number, discount?: number): readonly AnyDocument[] => {
    const card = { plate: 'MH14GT0420', customerName: 'Raj Kumar', estimatedAmount: money(estimate) };
    const opened = acted(openJob(context, card)).documents;
    context.wait(3_600_000);
    const job = opened.find(({ type }) => type === 'job') as unknown as Job;
    const left = discount === undefined ? {} : { discount: { amount: money(discount), reason: 'Regular' } };
    return [...opened, ...acted(deliverAndCollect(context, job, left)).documents];
  };
  const cars = [1, 2, 3, 4].flatMap(() => car(desk, 400_000, 40_000));
  const all = [...cars, ...car(owner, 900_000)];
  return [...new Map(all.map((one) => [one._id, one])).values()];
}
