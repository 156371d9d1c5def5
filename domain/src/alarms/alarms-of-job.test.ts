import { describe, expect, test } from 'vitest';
import type { Act } from '#src/acts/act.ts';
import { editJob, type JobChanges } from '#src/acts/edit-job.ts';
import { moveJob } from '#src/acts/move-job.ts';
import { openJob } from '#src/acts/open-job.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import { money } from '#src/money/money.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import type { JobStatusValue } from '#src/status/status.ts';
import { alarmsOfJob, type TakenMoney } from './alarms-of-job.ts';

const rupees = (amount: number) => money(amount * 100);

/** One car at a manager's desk, an hour between all that happens to it. */
function story(estimate?: number) {
  const context = testContext({ actor: testPeople.manager });
  const owner = testContext({ actor: testPeople.owner });
  const documents = new Map<string, AnyDocument>();
  const taken: TakenMoney[] = [];
  const cancelled: TakenMoney[] = [];
  const keep = ({ documents: written }: Act): void => {
    for (const one of written) documents.set(one._id, one);
    for (const clock of [context, owner]) clock.wait(3_600_000);
  };
  const job = () => [...documents.values()].find(({ type }) => type === 'job') as unknown as Job;
  keep(
    acted(
      openJob(context, {
        plate: 'MH12AB1234',
        customerName: 'Raj Kumar',
        estimatedAmount: estimate === undefined ? undefined : rupees(estimate),
      }),
    ),
  );
  return {
    edit: (changes: JobChanges) => keep(acted(editJob(context, job(), changes))),
    move: (to: JobStatusValue) => keep(acted(moveJob(context, job(), to))),
    reopen: () => keep(acted(moveJob(owner, job(), 'in_progress'))),
    take: (amount: number) => taken.push({ at: context.now, amount: rupees(amount) }),
    lose: () => taken.splice(0),
    cancel: () => cancelled.push(...taken.splice(0)),
    alarms: () => {
      const events = [...documents.values()].filter(
        ({ type }) => type === 'jobEvent',
      ) as unknown as JobEvent[];
      return alarmsOfJob(job(), events.toReversed(), taken, cancelled);
    },
  };
}

const told = (one: ReturnType<typeof story>) =>
  one.alarms().map(({ kind, amount, from, to, fields }) => ({
    kind,
    ...(amount !== undefined && { amount: amount / 100 }),
    ...(from !== undefined && { from: from / 100 }),
    ...(to !== undefined && { to: to / 100 }),
    ...(fields !== undefined && { fields }),
  }));

describe('a bill that fell after money was taken', () => {
  test('is told with what it was, what it became and what had been taken', () => {
    const one = story(6000);
    one.take(5000);
    one.edit({ billedAmount: rupees(4500) });
    expect(told(one)).toEqual([{ kind: 'bill_fell', amount: 5000, from: 6000, to: 4500 }]);
    expect(one.alarms()[0]).toMatchObject({
      by: 'meera',
      device: 'meera-phone',
      at: '2026-04-01T07:00:00.000Z',
    });
  });

  test('is told too when whoever took the money cancels it, before or after', () => {
    const [before, after] = [story(6000), story(6000)];
    for (const one of [before, after]) one.take(5000);
    before.cancel();
    for (const one of [before, after]) one.edit({ billedAmount: rupees(1000) });
    after.cancel();
    for (const one of [before, after])
      expect(told(one)).toEqual([{ kind: 'bill_fell', amount: 5000, from: 6000, to: 1000 }]);
  });

  test.each([
    ['the estimate is lowered', { estimatedAmount: rupees(4500) }, 4500],
    ['the amount is taken off the card', { estimatedAmount: undefined }, 0],
  ])('also where %s', (_name, changes, to) => {
    const one = story(6000);
    one.take(100);
    one.edit(changes);
    expect(told(one)).toEqual([{ kind: 'bill_fell', amount: 100, from: 6000, to }]);
  });

  test('is no alarm where nothing had been taken yet, or all of it was given back before', () => {
    const one = story(6000);
    one.edit({ billedAmount: rupees(4500) });
    one.take(4500);
    expect(told(one)).toEqual([]);
    const other = story(6000);
    other.take(500);
    other.take(-500);
    other.edit({ billedAmount: rupees(4500) });
    expect(told(other)).toEqual([]);
  });

  test('goes when the bill is put back, and when the payment turns out to be none', () => {
    const one = story(6000);
    one.take(5000);
    one.edit({ billedAmount: rupees(4500) });
    one.edit({ billedAmount: rupees(5900) });
    expect(told(one)).toHaveLength(1);
    one.edit({ billedAmount: rupees(6000) });
    expect(told(one)).toEqual([]);
    one.edit({ billedAmount: rupees(4500) });
    one.lose();
    expect(told(one)).toEqual([]);
  });

  test('is told once for each time, and not for a rise', () => {
    const one = story(6000);
    one.take(1000);
    one.edit({ billedAmount: rupees(5000) });
    one.edit({ billedAmount: rupees(5500) });
    one.edit({ billedAmount: rupees(4000) });
    expect(told(one).map(({ from, to }) => [from, to])).toEqual([
      [5500, 4000],
      [6000, 5000],
    ]);
  });

  test('a first bill without an estimate is none', () => {
    const one = story();
    one.take(1000);
    one.edit({ billedAmount: rupees(4000) });
    expect(told(one)).toEqual([]);
  });
});

describe('a cancelled job with payments', () => {
  test('is told until the money is given back or the job goes on', () => {
    const one = story(6000);
    one.take(2000);
    one.move('cancelled');
    expect(told(one)).toEqual([{ kind: 'cancelled_paid', amount: 2000 }]);
    expect(one.alarms()[0]?.by).toBe('meera');
    one.take(-2000);
    expect(told(one)).toEqual([]);
    one.take(500);
    one.reopen();
    expect(told(one)).toEqual([]);
  });

  test('is another alarm when it happens again', () => {
    const one = story(6000);
    one.take(2000);
    one.move('cancelled');
    const [first] = one.alarms();
    one.reopen();
    one.move('cancelled');
    const [second] = one.alarms();
    expect(second?.cause).not.toBe(first?.cause);
  });

  test('without money is none', () => {
    const one = story(6000);
    one.move('cancelled');
    expect(told(one)).toEqual([]);
  });
});

describe('an edit after the work was over', () => {
  test('is told with what was changed, of one act once', () => {
    const one = story(6000);
    one.move('completed');
    one.edit({ customerName: 'Somebody else', phone: '+919800000000', internalNotes: 'x' });
    expect(told(one)).toEqual([{ kind: 'edited_after', fields: ['customerName', 'internalNotes', 'phone'] }]);
  });

  test('is none for notes, promises and credit, nor for the first bill', () => {
    const one = story(6000);
    one.move('completed');
    one.edit({ internalNotes: 'Keys at the desk', dueAt: '2026-04-09T12:30:00.000Z' });
    one.edit({ billedAmount: rupees(6400) });
    one.move('delivered');
    expect(told(one)).toEqual([]);
    one.edit({ billedAmount: rupees(6300) });
    expect(told(one)).toEqual([{ kind: 'edited_after', fields: ['billedAmount'] }]);
  });

  test('is told once, as a bill that fell, where money had been taken', () => {
    const one = story(6000);
    one.move('delivered');
    one.take(6000);
    one.edit({ estimatedAmount: rupees(1000) });
    expect(told(one).map(({ kind }) => kind)).toEqual(['bill_fell']);
  });

  test('goes when the job is worked on again', () => {
    const one = story(6000);
    one.move('completed');
    one.edit({ workDescription: 'Oil only' });
    expect(told(one)).toHaveLength(1);
    one.move('in_progress');
    expect(told(one)).toEqual([]);
  });
});
