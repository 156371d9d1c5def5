// @vitest-environment happy-dom
import type { AnyDocument } from '@revops/domain';
import { afterEach, beforeEach, it, vi } from 'vitest';
import { cashPeople, cashTaken, ravisJob } from '#src/components/testing/cash-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { PaymentsScreen } from './payments-screen.tsx';

let screen: OpenScreen;
beforeEach(() => vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en', onLine: true }));
afterEach(async () => screen.close());

const back: AnyDocument = { ...cashTaken('2', 'ravi', 150), kind: 'refund' };

it('writes and adds up what was given back as money that left', async () => {
  screen = await openScreen(<PaymentsScreen />, {}, [
    ...cashPeople,
    ravisJob,
    cashTaken('1', 'ravi', 700),
    back,
  ]);
  await screen.says('−₹150');
  await screen.press('Select all');
  await screen.says(/₹550/);
  await screen.press('Reject');
  await screen.says('Reject ₹550');
});
