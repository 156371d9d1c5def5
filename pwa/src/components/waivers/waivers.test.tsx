// @vitest-environment happy-dom
import type { AnyDocument } from '@revops/domain';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { currentDevice } from '#src/data/account/current-device.ts';
import { reading } from '#src/data/database/open.ts';
import { useJob } from '#src/data/hooks/index.ts';
import { useWaivers } from '#src/data/hooks/use-waivers.ts';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { serverDocument } from '#src/data/testing/phone.ts';
import { DiscountSheet } from './discount-sheet.tsx';
import { WaiverStub } from './waiver-stub.tsx';

let screen: OpenScreen;
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en' });
});
afterEach(async () => screen.close());

const card = serverDocument({
  _id: 'job:1',
  type: 'job',
  number: 'A1-0001',
  desk: 'imran',
  assigned: [],
  vehicleId: 'vehicle:1',
  customerId: 'customer:1',
  customerName: 'Raj Kumar',
  vehicleNumber: 'MH12AB1234',
  billedAmount: 500_000,
  status: { value: 'delivered', round: 0, hlc: '0mnfmzdw8-0000-x', completedAt: '2026-04-01T06:00:00.000Z' },
  stamps: {},
});
const waiver = (more: Readonly<Record<string, unknown>> = {}): AnyDocument =>
  serverDocument({
    _id: 'waiver:1',
    type: 'waiver',
    jobId: 'job:1',
    desk: 'imran',
    amount: 70_000,
    reason: 'Regular customer',
    byOwner: false,
    limit: 50_000,
    createdBy: 'imran',
    n: 4,
    ...more,
  });

function Waiting() {
  const page = useWaivers({ state: 'waiting', limit: 10 });
  return page.status === 'loading'
    ? null
    : page.value.map((one) => <WaiverStub key={one.id} waiver={one} showsCar />);
}

function LetOffSheet() {
  const job = useJob('job:1');
  if (job.status === 'loading' || job.value === undefined) return null;
  return (
    <>
      <p>Balance {job.value.balance}</p>
      <DiscountSheet open onClose={() => undefined} job={job.value} />
    </>
  );
}

const written = async (): Promise<readonly AnyDocument[]> => {
  const db = currentDevice()?.db;
  if (db === undefined) throw new Error('nobody is signed in');
  const entries = await act(async () => reading(db, (tx) => tx.objectStore('journal').getAll()));
  return entries.map(({ body }) => body);
};

it('an owner sees what waits, agrees to it, and it leaves the queue', async () => {
  screen = await openScreen(<Waiting />, {}, [card, waiver()]);
  await screen.says('Waiting for you');
  await screen.says('Raj Kumar');
  await screen.press('Agree');
  await screen.says(/^$/);
  expect(await written()).toMatchObject([
    { type: 'waiverDecision', waiverId: 'waiver:1', verdict: 'confirmed' },
  ]);
});

it('an owner rejects with a reason, and not without', async () => {
  screen = await openScreen(<Waiting />, {}, [card, waiver()]);
  await screen.press('Reject');
  await screen.says('Reject the discount of ₹700?');
  await screen.press('Reject');
  expect(await written()).toEqual([]);
  await screen.press('Too much');
  await screen.press('Reject');
  await vi.waitFor(async () =>
    expect(await written()).toMatchObject([{ verdict: 'rejected', reason: 'Too much' }]),
  );
});

it('what counts within the limit, or was rejected, does not wait', async () => {
  const own = waiver({ _id: 'waiver:1:imran', amount: 50_000 });
  const said = serverDocument({
    _id: 'waiverDecision:2:1',
    type: 'waiverDecision',
    waiverId: 'waiver:2',
    desk: 'imran',
    turn: 1,
    verdict: 'rejected',
    reason: 'No',
  });
  screen = await openScreen(<Waiting />, {}, [card, own, waiver({ _id: 'waiver:2' }), said]);
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(screen.text()).toBe('');
});

it('an old due is written off by one tap and its reason, as far as somebody owes it', async () => {
  screen = await openScreen(<LetOffSheet />, {}, [card, waiver({ byOwner: true })]);
  await screen.says('Balance 430000');
  // The form comes in a part of its own.
  await screen.says('Write off ₹4,300');
  await screen.type('Discount', '4300.01');
  await screen.press(/^Let off/);
  await screen.says('No more than ₹4,300 is still to collect.');
  await screen.press('Write off ₹4,300');
  await screen.press('Let off ₹4,300');
  await screen.says('Balance 0');
  expect(await written()).toMatchObject([{ amount: 430_000, reason: 'Will not be paid', byOwner: true }]);
});
