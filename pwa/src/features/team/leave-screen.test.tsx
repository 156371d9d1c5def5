// @vitest-environment happy-dom
import type { AnyDocument } from '@revops/domain';
import { Navigate, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cashPeople, cashTaken, notesOf, ravisJob } from '#src/components/testing/cash-samples.ts';
import { answering, openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { LeaveScreen } from './leave-screen.tsx';
import { TakeOverScreen } from './take-over-screen.tsx';

let screen: OpenScreen;
// Forms ask for their lock, which this surrounding does not have.
beforeEach(() => vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en', onLine: true }));
afterEach(async () => screen.close());

const open = async (address: string, documents: readonly AnyDocument[], answers = {}): Promise<void> => {
  screen = await openScreen(
    <Routes>
      <Route path="/" element={<Navigate to={address} replace />} />
      <Route path="/team" element={<p>Everybody</p>} />
      <Route path="/team/:id/leave" element={<LeaveScreen />} />
      <Route path="/team/:id/cash" element={<TakeOverScreen />} />
    </Routes>,
    answers,
    [...cashPeople, ...documents],
  );
};

describe('somebody who leaves', () => {
  it('leaves cash, jobs and what was never sent, each with what to do about it', async () => {
    await open('/team/ravi/leave', [ravisJob, cashTaken('1', 'ravi', 1000)]);
    await screen.says(/Holds now ₹1,000/);
    await screen.says('1 open job is at their desk.');
    await screen.says('Their phone was never heard.');
    await screen.says(/at the next signal it comes to you as not accepted/);
  });

  it('has all jobs moved to another desk in one step', async () => {
    await open('/team/ravi/leave', [ravisJob]);
    await screen.says('1 open job is at their desk.');
    const lata = Array.from(document.querySelectorAll<HTMLInputElement>('input[type=radio]')).find(
      ({ value }) => value === 'lata',
    );
    lata?.click();
    await screen.press('Move the job to Lata Rao');
    await screen.says('No open job is at their desk.');
  });

  it('loses the key when the owner says so a second time', async () => {
    const removed = { 'DELETE /api/managers/ravi': answering.with({}) };
    await open('/team/ravi/leave', [], removed);
    await screen.says('No cash is with them.');
    await screen.press('Remove from workshop');
    expect(screen.question()).toBe('Remove Ravi Kumar?');
    await screen.press('Remove from workshop');
    await screen.says('Everybody');
    expect(screen.asked.map(({ call }) => call)).toContain('DELETE /api/managers/ravi');
  });
});

describe('the cash of somebody who leaves', () => {
  it('is taken over with the payments that it covers', async () => {
    await open('/team/ravi/cash', [ravisJob, cashTaken('1', 'ravi', 1000)]);
    await screen.says('RevOps counts ₹1,000 with Ravi Kumar');
    await screen.type(notesOf(500), '2');
    await screen.says('Covers 1 cash payment, ₹1,000.');
    await screen.press('I have ₹1,000');
    await screen.says('No cash is with them.');
  });

  it('that is missing stays in the book with a reason', async () => {
    await open('/team/ravi/cash', [ravisJob, cashTaken('1', 'ravi', 1000)]);
    await screen.says('RevOps counts ₹1,000 with Ravi Kumar');
    await screen.press('Nothing is there');
    await screen.says('Say why it differs, or count again.');
    await screen.type('Why is it not what RevOps counts?', 'Went away with it');
    await screen.press('Nothing is there');
    await screen.says(/Holds now ₹1,000/);
  });
});
