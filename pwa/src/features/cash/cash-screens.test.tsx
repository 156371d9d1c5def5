// @vitest-environment happy-dom
import { money, workshopDay, type AnyDocument } from '@revops/domain';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Routes } from 'react-router';
import { cashPeople, cashTaken, given, notesOf, ravisJob } from '#src/components/testing/cash-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { serverDocument } from '#src/data/testing/phone.ts';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { CloseDayScreen } from './close-day-screen.tsx';
import { DepositScreen } from './deposit-screen.tsx';
import { StatementScreen } from './statement-screen.tsx';

let screen: OpenScreen;
// Forms ask for their lock, which this surrounding does not have.
beforeEach(() => vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en', onLine: true }));
afterEach(async () => screen.close());

const open = async (node: ReactNode, documents: readonly AnyDocument[]): Promise<void> => {
  screen = await openScreen(node, {}, [...cashPeople, ravisJob, ...documents]);
};

describe('the close of a day', () => {
  it('says what is missing, asks why, and shows it afterwards', async () => {
    await open(
      <>
        <CloseDayScreen />
        <Statement />
      </>,
      [cashTaken('1', 'meera', 1000)],
    );
    await screen.says('RevOps counts ₹1,000 with you');
    await screen.type(notesOf(500), '1');
    await screen.type('Coins, in rupees', '480');
    await screen.says('₹20 less than RevOps counts');
    await screen.press('Close with ₹980');
    await screen.says('Say why it differs, or count again.');
    await screen.type('Why does it differ?', 'Tea for the customer');
    await screen.press('Close with ₹980');
    await screen.says('The day is closed with ₹980 counted.');
    await screen.says(/Day closed, ₹980 counted: ₹20 missing .* Tea for the customer/);
  });

  it('needs no reason when everything is there', async () => {
    await open(<CloseDayScreen />, [cashTaken('1', 'meera', 1000)]);
    await screen.says('RevOps counts ₹1,000 with you');
    await screen.type(notesOf(500), '2');
    await screen.says('Exactly what RevOps counts');
    await screen.press('Close with ₹1,000');
    await screen.says('The day is closed with ₹1,000 counted.');
  });

  it('is corrected by a second one that says why, and both stay', async () => {
    const earlier = serverDocument({
      _id: 'dayClose:1',
      type: 'dayClose',
      person: 'meera',
      day: workshopDay(new Date().toISOString(), 'Asia/Kolkata'),
      expected: money(100_000),
      counted: money(100_000),
    });
    await open(
      <>
        <CloseDayScreen />
        <Statement />
      </>,
      [cashTaken('1', 'meera', 1000), earlier],
    );
    await screen.says(/You closed this day already, .* with ₹1,000/);
    await screen.type(notesOf(500), '2');
    await screen.type('Why is it counted again?', 'Two notes stuck together');
    await screen.press('Close with ₹1,000');
    await screen.says('The day is closed with ₹1,000 counted.');
    await screen.says(/Day closed, ₹1,000 counted .* Two notes stuck together/);
  });
});

describe('a deposit', () => {
  it('of an owner leaves the hand at once, and more than is there is asked about', async () => {
    await open(
      <>
        <DepositScreen />
        <Statement />
      </>,
      [cashTaken('1', 'meera', 1000)],
    );
    await screen.says('RevOps counts ₹1,000 with you');
    await screen.type(notesOf(500), '3');
    await screen.says('This is more than RevOps counts with you.');
    await screen.type(notesOf(500), '1');
    await screen.type('Bank · optional', 'SBI Baner');
    await screen.press('Save ₹500');
    await screen.says('₹500 are in the bank and no longer with you.');
    await screen.says(/To the bank .* −₹500 ₹500/);
  });
});

const Statement = () => (
  <Routes>
    <Route path="/" element={<StatementScreen />} />
  </Routes>
);

describe('a cash statement', () => {
  it('has each line with the balance after it, and what waits without effect', async () => {
    await open(<Statement />, [cashTaken('1', 'meera', 1000), cashTaken('2', 'meera', 250), given(5000)]);
    await screen.says(/In the hand now ₹1,250/);
    await screen.says('Cash for MH 12 AB 1234');
    await screen.says(/From Ravi Kumar .* Waiting for you ₹5,000 ₹0/);
    await screen.says(/At the beginning ₹0/);
    expect(screen.text()).toContain('At the end of the day ₹1,250');
    await screen.press('Choose days');
    await screen.choose('Days', 'today');
    await screen.says('No cash moved on these days.');
    await screen.says(/In the hand before these days ₹1,250 .* In the hand after these days ₹1,250/);
    await screen.press('All days');
    await screen.says('Cash for MH 12 AB 1234');
  });
});
