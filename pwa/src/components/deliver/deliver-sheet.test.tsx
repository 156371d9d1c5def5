// @vitest-environment happy-dom
import type { AnyDocument, Job } from '@revops/domain';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { currentDevice } from '#src/data/account/current-device.ts';
import { reading } from '#src/data/database/open.ts';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { serverDocument } from '#src/data/testing/phone.ts';
import { DeliverSheet } from './deliver-sheet.tsx';

let screen: OpenScreen;
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en' });
});
afterEach(async () => screen.close());

const card = (more: Partial<Job> = {}): AnyDocument =>
  serverDocument({
    _id: 'job:1',
    type: 'job',
    number: 'A1-0001',
    desk: 'meera',
    assigned: [],
    vehicleId: 'vehicle:1',
    customerId: 'customer:1',
    customerName: 'Raj Kumar',
    phone: '+919876543210',
    vehicleNumber: 'MH12AB1234',
    billedAmount: 500_000,
    status: {
      value: 'completed',
      round: 0,
      hlc: '0mnfmzdw8-0000-x',
      completedAt: '2026-04-01T06:00:00.000Z',
    },
    stamps: {},
    ...more,
  });

const open = async (documents: readonly AnyDocument[] = [card()]) => {
  const job = { id: 'job:1', billed: 500_000, balance: 500_000 } as Parameters<typeof DeliverSheet>[0]['job'];
  screen = await openScreen(
    <DeliverSheet open onClose={() => undefined} job={job} onDeliver={() => undefined} />,
    {},
    documents,
  );
};

/** What waits in the journal, as one act wrote it. */
async function written(): Promise<readonly AnyDocument[]> {
  const db = currentDevice()?.db;
  if (db === undefined) throw new Error('nobody is signed in');
  // What else the save changes on the screen comes meanwhile.
  const entries = await act(async () => reading(db, (tx) => tx.objectStore('journal').getAll()));
  expect(new Set(entries.flatMap(({ acts }) => acts)).size).toBe(entries.length === 0 ? 0 : 1);
  return entries.toSorted((a, b) => a.order - b.order).map(({ body }) => body);
}
const typesOf = (documents: readonly AnyDocument[]) => documents.map(({ type }) => type);

it('delivers and takes all that is due by one press, in one act', async () => {
  await open();
  await screen.press('Deliver, ₹5,000 cash');
  await screen.says('A1-0001 delivered');
  const documents = await written();
  expect(typesOf(documents)).toEqual(['job', 'jobEvent', 'visit', 'payment']);
  expect(documents[0]).toMatchObject({ status: { value: 'delivered' } });
  expect(documents.at(-1)).toMatchObject({ amount: 500_000, kind: 'final', method: 'cash' });
});

it('lets off, takes a part and leaves the rest due', async () => {
  await open();
  await screen.says('Still to collect');
  await screen.press('Discount');
  await screen.type('Discount', '200');
  await screen.press('Regular customer');
  await screen.type('Paid now', '3000');
  await screen.press('In a week');
  await screen.press('Deliver, ₹3,000 cash');
  await screen.says('₹1,800 stays due.');
  const documents = await written();
  expect(typesOf(documents)).toEqual(['job', 'jobEvent', 'visit', 'jobEvent', 'payment', 'waiver']);
  expect(documents.at(-1)).toMatchObject({ amount: 20_000, reason: 'Regular customer', byOwner: true });
  expect(documents[0]).toMatchObject({ dueAt: expect.any(String) as string });
});

it('asks for what is missing before it saves anything', async () => {
  await open();
  await screen.press('Discount');
  await screen.press(/^Deliver,/);
  await screen.says('Type an amount such as 200 or 200.50.');
  await screen.type('Paid now', '9000');
  await screen.says('Only ₹5,000 is still to collect.');
  expect(await written()).toEqual([]);
});

it('says before the save that the law forbids so much cash, and takes it all the same', async () => {
  await open([card({ billedAmount: 2_00_000_00 as Job['billedAmount'] })]);
  await screen.says(/section 269ST/);
  await screen.press('Deliver, ₹2,00,000 cash');
  await screen.says('A1-0001 delivered');
});

it('asks for the bill where there is none', async () => {
  const { billedAmount: _billed, ...unbilled } = card() as AnyDocument & { billedAmount?: number };
  await open([unbilled]);
  await screen.press('Deliver');
  await screen.says('Type what is charged, or 0.');
  await screen.type('Bill', '1500');
  await screen.press('Deliver, ₹1,500 cash');
  await screen.says('A1-0001 delivered');
  expect((await written())[0]).toMatchObject({ billedAmount: 150_000 });
});
