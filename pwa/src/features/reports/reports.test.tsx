// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Navigate, Route, Routes } from 'react-router';
import { deliveredJob, jobInHand, rajsCar, rajsCard } from '#src/components/testing/customer-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { serverDocument } from '#src/data/testing/phone.ts';
import { ReportsScreen } from './reports-screen.tsx';

let screen: OpenScreen;
beforeEach(() => {
  vi.setSystemTime(new Date('2026-05-20T09:00:00.000Z'));
  // Rows in sight are measured; nothing is laid out here.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000);
});
afterEach(async () => {
  await screen.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const payment = (id: string, amount: number, method = 'cash') =>
  serverDocument({
    _id: `payment:${id}`,
    type: 'payment',
    jobId: deliveredJob._id,
    desk: 'meera',
    amount,
    kind: 'partial',
    method,
    collectedBy: 'meera',
    receivedAt: '2026-05-10T06:00:00.000Z',
    byOwner: false,
    n: Number(id),
  });
const everything = [
  rajsCard,
  rajsCar,
  deliveredJob,
  jobInHand,
  payment('1', 100_000),
  payment('2', 25_050, 'upi'),
];

const open = async (address: string, documents = everything) => {
  screen = await openScreen(
    <Routes>
      <Route path="/" element={<Navigate to={address} replace />} />
      <Route path="/reports" element={<ReportsScreen />} />
    </Routes>,
    {},
    documents,
  );
};
const days = 'period=custom&from=2026-01-01&to=2026-05-20';

describe('reports', () => {
  it('list the payments of the chosen days with their sums, and narrow them by method', async () => {
    await open(`/reports?report=payments&${days}`);
    await screen.says('2 payments');
    await screen.says('Received (waiting and confirmed) ₹1,250.50');
    await screen.choose('Method', 'upi');
    await screen.says('1 payment');
    await screen.says('Received (waiting and confirmed) ₹250.50');
  });

  it('say what is empty, and what to do about it', async () => {
    await open('/reports?report=payments&period=custom&from=2020-01-01&to=2020-01-02');
    await screen.says('No payment in these days. Choose other days or another desk.');
    await screen.press('Dues');
    await screen.says('1 job');
    await screen.press('People');
    await screen.says(/Nobody had figures|Cash in hand/);
  });

  it('are taken along as a file that is made here, without a server', async () => {
    await open(`/reports?report=payments&${days}`);
    await screen.says('2 payments');
    await screen.press('Excel or CSV');
    await screen.press('CSV: this list');
    await screen.says('revops-payments-2026-01-01-2026-05-20.csv is ready.');
    expect(screen.asked).toEqual([]);
  });

  it('of one day are a page for the shelf', async () => {
    await open('/reports?day=2026-05-10');
    await screen.says(/Daily book, .*10 May 2026/);
    await screen.says('Payments · 2');
    await screen.says('₹1,250.50');
  });
});
