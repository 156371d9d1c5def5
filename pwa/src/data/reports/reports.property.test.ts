import {
  balanceOf,
  endOfDay,
  ledgerOf,
  signedAmount,
  startOfDay,
  workshopDay,
  type AnyDocument,
  type Ledger,
} from '@revops/domain';
import { randomHistory } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { testPhone, zone, type TestPhone } from '../testing/phone.ts';
import { readBook } from './read-book.ts';

const own = { userId: 'asha', name: 'Asha', deviceId: 'device-A1', deviceCode: 'A1', role: 'owner' as const };
const at = { now: '2026-04-20T06:00:00.000Z', today: '2026-04-20' };

async function phoneWith(documents: readonly AnyDocument[]): Promise<TestPhone> {
  const phone = await testPhone({ role: 'owner' });
  await applyPulled(
    phone.db,
    documents.map((body) => ({ id: body._id, rev: '1-a', body })),
  );
  return phone;
}

/** The sum and the count of all totals whose name fits. */
function total(ledger: Ledger, fits: (parts: readonly string[]) => boolean): [number, number] {
  let [amount, count] = [0, 0];
  for (const [key, one] of ledger) {
    if (!fits(key.split('|'))) continue;
    amount += one.amount;
    count += one.count;
  }
  return [amount, count];
}

const seeds = fc.integer({ min: 0, max: 1e9 });

test('the foot of every report is the ledger’s total, for any days, person, method and state', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.nat(2), fc.nat(3), async (seed, first, length) => {
      const documents = [...randomHistory(seed, 160).stored.values()];
      const ledger = ledgerOf(documents, zone);
      const day = (days: number): string =>
        workshopDay(new Date(Date.parse('2026-04-01T06:00:00.000Z') + days * 86_400_000).toISOString(), zone);
      const [from, to] = [day(first), day(first + length)];
      const phone = await phoneWith(documents);
      const isIn = (one = ''): boolean => one >= from && one <= to;
      for (const desk of ['all', 'asha', 'meera']) {
        const isDesk = (one: string | undefined): boolean => desk === 'all' || one === desk;
        const book = await readBook(phone.db, own, { desk, from, to, timeZone: zone }, at);
        const payments = book.payments.map(({ payment }) => signedAmount(payment));
        expect([payments.reduce((sum, one) => sum + one, 0), payments.length]).toEqual(
          total(ledger, ([name, when, , , person]) => name === 'money' && isIn(when) && isDesk(person)),
        );
        const opened = book.jobs.filter(({ job }) => job.status.value !== 'cancelled');
        expect(opened.length).toBe(
          total(ledger, ([name, when, one]) => name === 'created' && isIn(when) && isDesk(one))[1],
        );
        const dues = book.dues.map(({ job, received }) => balanceOf(job, received));
        expect([dues.reduce((sum, one) => sum + one, 0), dues.length]).toEqual(
          total(ledger, ([name, one]) => name === 'due' && isDesk(one)),
        );
      }
      const cash = await readBook(
        phone.db,
        own,
        { desk: 'all', method: 'cash', paymentState: 'waiting', timeZone: zone },
        at,
      );
      expect(cash.payments.length).toBe(
        total(
          ledger,
          ([name, , method, state]) => name === 'money' && method === 'cash' && state === 'waiting',
        )[1],
      );
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('a day holds what counts from its first to its last instant, and nothing of its neighbours', async () => {
  const { stored } = randomHistory(4, 120);
  const phone = await phoneWith([...stored.values()]);
  const book = await readBook(
    phone.db,
    own,
    { desk: 'all', from: '2026-04-01', to: '2026-04-01', timeZone: zone },
    at,
  );
  for (const { payment } of book.payments) {
    const when = payment.at ?? payment.receivedAt;
    expect(when >= startOfDay('2026-04-01', zone) && when <= endOfDay('2026-04-01', zone)).toBe(true);
  }
});
