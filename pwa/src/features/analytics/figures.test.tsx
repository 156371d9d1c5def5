// @vitest-environment happy-dom
import { money, type AnyDocument } from '@revops/domain';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliveredJob, jobInHand, rajsCar, rajsCard } from '#src/components/testing/customer-samples.ts';
import { people } from '#src/components/testing/alarm-samples.ts';
import { fieldNamed } from '#src/components/testing/by-name.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { serverDocument } from '#src/data/testing/phone.ts';
import { FiguresScreen } from './figures-screen.tsx';

// Compiled once before any test, so that no test waits for it on a busy machine.
beforeAll(() => import('#src/components/figures/later-figures.ts'), 120_000);
let screen: OpenScreen;
afterEach(async () => screen.close());

const paid: AnyDocument = serverDocument({
  _id: 'payment:1',
  type: 'payment',
  jobId: 'job:1',
  desk: 'meera',
  amount: money(150_000),
  kind: 'partial',
  method: 'upi',
  collectedBy: 'meera',
  receivedAt: '2026-05-01T05:00:00.000Z',
  byOwner: true,
  n: 1,
});
const everything = [...people, rajsCard, rajsCar, deliveredJob, jobInHand, paid];

describe('figures', () => {
  it('are those of the chosen days, each with how it is counted', async () => {
    screen = await openScreen(<FiguresScreen />, {}, everything);
    await screen.choose('Days', 'custom');
    await screen.type('From', '2026-05-01');
    await screen.type('To', '2026-05-31');
    await screen.says(/Revenue ₹4,500/);
    await screen.says(/Collected ₹1,500/);
    await screen.says(/Average job value ₹4,500/);
    await screen.says(/Outstanding credits ₹3,000/);
    await screen.says('₹1,500 of it is confirmed.');
    await screen.says('Revenue divided by the number of jobs completed in these days');
    await screen.type('To', '2026-04-01');
    await screen.type('From', '2026-04-01');
    await screen.says(/Revenue ₹0/);
    // Whatever the days: what is owed is owed now.
    await screen.says(/Outstanding credits ₹3,000/);
  });

  it('are of one desk where an owner asks for one, with everybody compared where not', async () => {
    screen = await openScreen(<FiguresScreen />, {}, everything);
    await screen.choose('Days', 'custom');
    await screen.type('From', '2026-05-01');
    await screen.says('People compared');
    await screen.says('Meera Joshi');
    await screen.choose('Desk', 'manoj');
    await screen.says(/Outstanding credits ₹0/);
  });

  it('say where the jobs stand and since when is owed', async () => {
    screen = await openScreen(<FiguresScreen />, {}, everything);
    await screen.says('Where the jobs stand');
    await screen.says(/In work 1/);
    await screen.says(/over 90 days · 1 job ₹3,000/);
    expect(document.querySelector('canvas')?.getAttribute('role')).toBe('img');
    expect(document.querySelector('canvas')?.getAttribute('aria-label')).toMatch(/Bars of the last 30 days/);
    expect(fieldNamed(document.body, 'Days').tagName).toBe('SELECT');
  });
});
