// @vitest-environment happy-dom
import { money, type AnyDocument } from '@revops/domain';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cashPeople, cashTaken, given, givenId, ravisJob } from '#src/components/testing/cash-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { serverDocument } from '#src/data/testing/phone.ts';
import { HandOversScreen } from './hand-overs-screen.tsx';

let screen: OpenScreen;
// Forms ask for their lock, which this surrounding does not have.
beforeEach(() => vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en', onLine: true }));
afterEach(async () => screen.close());

const open = async (documents: readonly AnyDocument[]): Promise<void> => {
  screen = await openScreen(<HandOversScreen />, {}, [...cashPeople, ravisJob, ...documents]);
};
const taken = [cashTaken('1', 'ravi', 3000), cashTaken('2', 'ravi', 1800)];
const named = ['payment:1', 'payment:2'];

const receipt = (rupees: number): AnyDocument =>
  serverDocument({
    _id: 'settlementReceipt:1',
    type: 'settlementReceipt',
    settlementId: `settlement:${givenId}`,
    from: 'ravi',
    to: 'meera',
    amount: money(rupees * 100),
  });

const deposit = serverDocument({
  _id: 'deposit:1',
  type: 'deposit',
  person: 'ravi',
  amount: money(90_000),
  bank: 'SBI Baner',
  byOwner: false,
});

describe('a hand-over that waits', () => {
  it('shows which payments it covers and how their sum differs, and confirms them with it', async () => {
    await open([...taken, given(5000, named)]);
    await screen.says('Covers 2 cash payments, ₹4,800. ₹200 of the cash belong to none of them.');
    await screen.says('Confirming also confirms 2 payments that it covers.');
    await screen.press('I have ₹5,000');
    await screen.says('No hand-over waits.');
    await screen.says('Confirmed');
  });

  it('says when there is less cash than the payments that it names, and what is not here yet', async () => {
    await open([...taken, given(4000, [...named, 'payment:3'])]);
    await screen.says('Covers 2 cash payments, ₹4,800. The cash is ₹800 less.');
    await screen.says('1 more payment that it names is not on this phone yet.');
  });
});

describe('a hand-over agreed face to face', () => {
  it('is on its way until the giver’s phone was heard', async () => {
    await open([receipt(5000)]);
    await screen.says("Agreed, waiting for Ravi Kumar's phone");
  });

  it('counts when it is here, and leaves the owner the word on its payments', async () => {
    await open([...taken, receipt(5000), given(5000, named)]);
    await screen.says('Meera Joshi agreed');
    await screen.press('Confirm the 2 payments that it covers');
    await screen.says('Confirmed');
    expect(screen.text()).not.toContain('Agreed, on the way');
  });

  it('of another amount waits for a word', async () => {
    await open([...taken, receipt(500), given(5000, named)]);
    await screen.press('I have ₹5,000');
  });
});

describe('an owner’s word on what a manager received', () => {
  const word = (createdBy: string): AnyDocument => ({
    ...serverDocument({
      _id: `settlementDecision:${givenId}:1`,
      type: 'settlementDecision',
      settlementId: `settlement:${givenId}`,
      from: 'ravi',
      to: 'lata',
      turn: 1,
      verdict: 'confirmed',
    }),
    createdBy,
  });
  const openAsReceiver = async (saidBy: string): Promise<void> => {
    const handOver = { ...given(5000), to: 'lata' };
    const documents = [...cashPeople, handOver, word(saidBy)];
    screen = await openScreen(<HandOversScreen />, {}, documents, { userId: 'lata', role: 'manager' });
  };

  it('is the owner’s alone to take back', async () => {
    await openAsReceiver('meera');
    await screen.says('Confirmed');
    expect(screen.text()).not.toContain('Take this back');
  });

  it('leaves the receiver an own word', async () => {
    await openAsReceiver('lata');
    await screen.says('Take this back');
  });
});

describe('a deposit of a manager', () => {
  it('waits for the owner’s word', async () => {
    await open([deposit]);
    await screen.says('Ravi Kumar to the bank');
    await screen.says('SBI Baner');
    await screen.press('₹900 are in the bank');
    await screen.says('Confirmed');
  });

  it('is rejected with a reason', async () => {
    await open([deposit]);
    await screen.press('Not right');
    await screen.says('What is not right?');
    await screen.type('What is not right?', 'Not in the statement');
    document.querySelector<HTMLFormElement>('#reject-cash')?.requestSubmit();
    await screen.says('Not in the statement');
    await screen.says('Rejected');
  });
});
