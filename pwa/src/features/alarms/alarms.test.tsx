// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AlarmsPart } from '#src/components/alarms/alarms-part.tsx';
import { fallenBill, manyDiscounts, people } from '#src/components/testing/alarm-samples.ts';
import { byName } from '#src/components/testing/by-name.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { AlarmsScreen } from './alarms-screen.tsx';

// Compiled once before any test, so that no test waits for it on a busy machine.
beforeAll(() => import('#src/components/alarms/later-alarms.ts'), 120_000);
let screen: OpenScreen;
afterEach(async () => screen.close());

const fell = 'Bill fell ₹6,000 → ₹4,500 after ₹5,000 was taken';

describe('what an owner should look at', () => {
  it('is told with the car, what happened, who did it and with which phone, and leads to the job', async () => {
    screen = await openScreen(<AlarmsPart />, {}, [...people, ...fallenBill()]);
    await screen.says('Look at these · 1');
    await screen.says(fell);
    await screen.says(/Manoj Kulkarni · .*1 Apr/);
    expect(byName(document.body, 'link', /Bill fell/).getAttribute('href')).toMatch(/^\/jobs\//);
  });

  it('is nothing while there is nothing', async () => {
    screen = await openScreen(<AlarmsScreen />, {}, people);
    await screen.says('Nothing to look at.');
    await screen.close();
    screen = await openScreen(<AlarmsPart />, {}, people);
    expect(screen.text()).toBe('');
  });

  it('goes from the list when an owner has looked at it, with a note that stays, and comes back when put back', async () => {
    screen = await openScreen(<AlarmsScreen />, {}, [...people, ...fallenBill()]);
    await screen.press(`Mark as looked at: ${fell}`);
    await screen.type('Note for the other owners · optional', 'He will give ₹500 back');
    await screen.press('Mark as looked at');
    await screen.says('Nothing to look at.');
    await screen.press('Looked at');
    await screen.says('He will give ₹500 back');
    await screen.says(/Meera Joshi looked at it/);
    await screen.press(`Put back on the list: ${fell}`);
    await screen.says('Nobody has looked at anything yet.');
    await screen.press(/To look at/);
    await screen.says(fell);
  });

  it('asks who has rejected cash before that leaves the list', async () => {
    screen = await openScreen(<AlarmsScreen />, {}, [...people, ...fallenBill({ rejected: true })]);
    const cash = '₹5,000 cash was rejected. Who has it?';
    await screen.says(cash);
    // Money that was rejected was not taken: the bill may have fallen without anything behind it.
    expect(screen.text()).not.toContain(fell);
    await screen.press(`Mark as looked at: ${cash}`);
    await screen.press('Mark as looked at');
    await screen.says('Say who has it. Until then it stays on the list.');
    await screen.type('Who has this money?', 'Manoj gave it back to me');
    await screen.press('Mark as looked at');
    await screen.says('Nothing to look at.');
  });

  it('says whose discounts are far above the others, leads to each of them, and leaves the list for this month', async () => {
    screen = await openScreen(<AlarmsScreen />, {}, [...people, ...manyDiscounts()]);
    const high = /₹1,600 let off in 30 days: 10% of the bills, the others 0%/;
    await screen.says(high);
    await screen.says(/Manoj Kulkarni/);
    expect(byName(document.body, 'link', high).getAttribute('href')).toBe(
      '/payments?kind=discounts&state=confirmed&person=manoj',
    );
    await screen.press(/^Mark as looked at: ₹1,600/);
    await screen.press('Mark as looked at');
    await screen.says('Nothing to look at.');
  });
});
