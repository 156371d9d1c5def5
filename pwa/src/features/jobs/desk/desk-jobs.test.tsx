// @vitest-environment happy-dom
import { money } from '@revops/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { opening } from '#src/data/testing/phone.ts';
import { moveJob, openDesk, takePayment, type OpenDesk } from '../testing/open-desk.tsx';

let desk: OpenDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const rows = (...plates: string[]) => desk.until(() => expect(desk.plates()).toEqual(plates));

it('puts the rows into the order of a column, the other way at the second press', async () => {
  await rows('MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
  await desk.press('To collect');
  await rows('MH 12 AB 0002', 'MH 12 AB 0001', 'MH 12 AB 0003');
  await desk.press('To collect');
  await rows('MH 12 AB 0003', 'MH 12 AB 0001', 'MH 12 AB 0002');
  await desk.press('Customer');
  await rows('MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
});

it('shows only what fits the filters, and says so when nothing does', async () => {
  const [first = '', second = ''] = desk.ids;
  await desk.save(takePayment(first, { amount: money(10_000), method: 'upi', kind: 'partial' }));
  await desk.save(moveJob(second, 'completed'));
  await desk.choose('Money', 'upi');
  await rows('MH 12 AB 0001');
  await desk.choose('Money', 'due');
  await rows('MH 12 AB 0002');
  await desk.press('Only late');
  await desk.says('No job fits these filters.');
  await desk.press('Clear');
  await rows('MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
});

it('keeps a view under a name, and goes back to it', async () => {
  await desk.choose('Status', 'in_progress');
  await desk.press('Save view');
  await desk.press('Save view');
  await desk.says('Give it a name.');
  await desk.type('Name', 'On the lift');
  await desk.press('Save view');
  await desk.press('All');
  await rows('MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
  await desk.press('On the lift');
  await rows();
  await desk.press('Remove the view On the lift');
  await desk.says('View removed: On the lift');
});

it('shows the columns that somebody chose', async () => {
  await desk.press('Columns');
  await desk.tick('Number');
  await desk.tick('Work');
  await desk.press('Close');
  const heads = () => [...document.querySelectorAll('thead th')].map((one) => one.textContent.trim());
  await desk.until(() => expect(heads()).toContain('Number'));
  expect(heads()).not.toContain('Work');
});

it('goes down by J, selects by X, and gives what is selected to another desk, with a way back', async () => {
  const [, second = '', third = ''] = desk.ids;
  await rows('MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
  await desk.key('j');
  await desk.key('x');
  await desk.key('j');
  await desk.key('x');
  await desk.says('2 selected');
  await desk.press('Move to another desk');
  await desk.says('Move 2 jobs to another desk');
  await desk.tick('Imran Shaikh');
  await desk.press('Move to Imran Shaikh');
  await desk.until(async () => {
    expect((await desk.job(second))?.desk).toBe('imran');
    expect((await desk.job(third))?.desk).toBe('imran');
  });
  await desk.says('2 jobs moved to Imran Shaikh');
  await desk.press('Undo');
  await desk.until(async () => {
    expect((await desk.job(second))?.desk).toBe('meera');
    expect((await desk.job(third))?.desk).toBe('meera');
  });
});

it('keeps cursor and selection on their rows while others come above them', async () => {
  await rows('MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
  await desk.key('j');
  await desk.key('j');
  await desk.key('x');
  await desk.save(opening({ plate: 'MH12AB0009' }));
  await rows('MH 12 AB 0009', 'MH 12 AB 0003', 'MH 12 AB 0002', 'MH 12 AB 0001');
  const selected = [...document.querySelectorAll('tbody tr[aria-selected=true]')];
  expect(selected.map((row) => row.querySelector('.plate')?.textContent)).toEqual(['MH 12 AB 0002']);
  expect(document.activeElement?.textContent).toBe('MH 12 AB 0002');
});
