// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveredJob, jobInHand, rajsCar, rajsCard } from '#src/components/testing/customer-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { serverDocument, workshopDocument } from '#src/data/testing/phone.ts';
import { DuplicatesScreen } from './duplicates-screen.tsx';

let screen: OpenScreen;
beforeEach(() => localStorage.clear());
afterEach(async () => screen.close());

const again = serverDocument({
  _id: 'customer:raj2',
  type: 'customer',
  name: 'R. Kumar',
  phone: '+919812345678',
  shared: true,
  desks: ['imran'],
  stamps: {},
});
const everything = [workshopDocument(), rajsCard, again, rajsCar, deliveredJob, jobInHand];
const open = async (documents = everything) => {
  screen = await openScreen(<DuplicatesScreen />, {}, documents);
};

describe('duplicates', () => {
  it('stand side by side with what each knows, and the fuller one is offered to stay', async () => {
    await open();
    await screen.says('1 pair');
    await screen.says('Same phone number');
    await screen.says('R. Kumar');
    await screen.says(/2 jobs/);
    await screen.says('Merge into Raj Kumar');
  });

  it('become one by one tap, stand among the merged, and can be separated again', async () => {
    await open();
    await screen.press('Merge into Raj Kumar');
    await screen.says('No two records look like the same customer or car.');
    await screen.press('Merged');
    await screen.says('now stands under Raj Kumar');
    await screen.press('Separate again');
    await screen.says('Nothing was merged yet.');
    await screen.press('Likely');
    await screen.says('1 pair');
  });

  it('that are two are not offered again', async () => {
    await open();
    await screen.press('Not the same');
    await screen.says('No two records look like the same customer or car.');
    await screen.close();
    await open();
    await screen.says('No two records look like the same customer or car.');
    expect(screen.text()).not.toContain('R. Kumar');
  });
});
