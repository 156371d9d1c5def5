import { describe, expect, it } from 'vitest';
import { LiveClock } from './live-clock.ts';
import { Waiters, type Woken } from './live-waiters.ts';

const rowFor = (...keys: string[]) => ({ seq: '1', id: 'a', keys });

function setUp() {
  let now = 0;
  const clock = new LiveClock(50, () => now);
  const pass = (ms: number): void => {
    now += ms;
    clock.advance();
  };
  return { waiters: new Waiters(clock), pass };
}

/** What has been heard so far, without waiting for it. */
async function heard(waiting: Promise<Woken>): Promise<Woken | undefined> {
  return Promise.race([waiting, new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))]);
}

describe('waiting readers', () => {
  it('are woken by rows of their keys and by no others', async () => {
    const { waiters } = setUp();
    const mine = waiters.add(['everyone', 'desk:me']).wait(1000);
    const theirs = waiters.add(['everyone', 'desk:you']).wait(1000);
    const owners = waiters.add('all').wait(1000);
    waiters.wakeFor([{ seq: '1', id: 'claim:x', keys: undefined }]);
    expect([await heard(mine), await heard(theirs), await heard(owners)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    waiters.wakeFor([rowFor('desk:me')]);
    expect([await heard(mine), await heard(theirs), await heard(owners)]).toEqual([
      'rows',
      undefined,
      'rows',
    ]);
    waiters.wakeFor([rowFor('everyone')]);
    expect(await heard(theirs)).toBe('rows');
  });

  it('do not miss a row that came while they were reading', async () => {
    const { waiters, pass } = setUp();
    const waiter = waiters.add(['k']);
    waiters.wakeFor([rowFor('k')]);
    expect(await heard(waiter.wait(1000))).toBe('rows');
    const again = waiter.wait(1000);
    expect(await heard(again)).toBeUndefined();
    pass(1100);
    expect(await heard(again)).toBe('timeout');
    expect(await heard(waiter.wait(0))).toBe('timeout');
  });

  it('follow a change of keys and leave nothing behind', async () => {
    const { waiters } = setUp();
    const waiter = waiters.add(['old']);
    waiters.rekey(waiter, ['new']);
    const waiting = waiter.wait(1000);
    waiters.wakeFor([rowFor('old')]);
    expect(await heard(waiting)).toBeUndefined();
    waiters.wakeFor([rowFor('new')]);
    expect(await heard(waiting)).toBe('rows');
    waiters.remove(waiter);
    expect(waiters.size).toBe(0);
  });

  it('stay ended once they were told so, whatever follows', async () => {
    const { waiters } = setUp();
    const waiter = waiters.add('all');
    waiters.tellAll('ended');
    waiters.wakeFor([rowFor('k')]);
    expect(await heard(waiter.wait(1000))).toBe('ended');
    expect(await heard(waiter.wait(1000))).toBe('ended');
  });
});
