// @vitest-environment happy-dom
import { money, type AnyDocument } from '@revops/domain';
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rajsCar, rajsCard, jobInHand } from '#src/components/testing/customer-samples.ts';
import { people } from '#src/components/testing/alarm-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { writeMeta } from '#src/data/database/meta.ts';
import { applyPulled } from '#src/data/exchange/apply-pulled.ts';
import { currentDevice } from '#src/data/account/current-device.ts';
import { serverDocument } from '#src/data/testing/phone.ts';
import { LivePayments } from './live-payments.tsx';

let screen: OpenScreen;
afterEach(async () => {
  await screen.close();
  vi.restoreAllMocks();
});

const payment = (id: string, amount: number, collectedBy = 'manoj'): AnyDocument =>
  serverDocument({
    _id: `payment:${id}`,
    type: 'payment',
    jobId: 'job:2',
    desk: 'meera',
    amount: money(amount),
    kind: 'partial',
    method: 'upi',
    collectedBy,
    createdBy: collectedBy,
    receivedAt: '2026-05-01T05:00:00.000Z',
    byOwner: false,
    n: Number(id),
  });
function db() {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  return device.db;
}
const come = (...documents: readonly AnyDocument[]) =>
  act(() =>
    applyPulled(
      db(),
      documents.map((body) => ({ id: body._id, rev: '1-a', body })),
    ),
  );

describe('new waiting payments', () => {
  it('are read aloud when they come, those that were here and the own ones not', async () => {
    screen = await openScreen(<LivePayments />, {}, [
      ...people,
      rajsCard,
      rajsCar,
      jobInHand,
      payment('1', 100),
    ]);
    await act(async () => {
      await writeMeta(db(), 'firstSync', { done: 1, total: 1, complete: true });
      db().topics.announce(['meta:firstSync']);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(screen.text()).toBe('');
    await come(payment('2', 999_900, 'meera'), payment('3', 450_000));
    await screen.says('₹4,500 UPI from Manoj Kulkarni for MH 12 AB 1234');
    await come(payment('4', 450_000), payment('5', 50_000));
    await screen.says('2 new payments, ₹5,000, wait for you');
    // The same words about another payment: what is read aloud has to be new on the page.
    const told = () => document.querySelector('output')?.firstElementChild;
    const before = told();
    await come(payment('6', 450_000), payment('7', 50_000));
    for (let look = 0; look < 40 && told() === before; look += 1)
      await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(told()).not.toBe(before);
    await screen.says('2 new payments, ₹5,000, wait for you');
  });
});
