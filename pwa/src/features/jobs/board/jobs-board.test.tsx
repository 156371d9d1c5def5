// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type OpenDesk } from '../testing/open-desk.tsx';

let desk: OpenDesk;

beforeEach(async () => {
  desk = await openDesk();
  await desk.press('Board');
  await desk.says('Ready to deliver');
  await desk.until(() => {
    if (cardsIn('Not started').length < 3) throw new Error('not all cards are here');
  });
});
afterEach(() => desk.close());

const column = (name: string): HTMLElement | null =>
  document.querySelector(`section[aria-label^="${name},"]`);
const cardsIn = (name: string): HTMLElement[] => [
  ...(column(name)?.querySelectorAll<HTMLElement>('li a') ?? []),
];
const said = (): string => document.querySelector('[aria-live=assertive]')?.textContent ?? '';

it('carries a card to another column by keys, says each step, and takes it back', async () => {
  const [first = ''] = desk.ids;
  cardsIn('Not started')[2]?.focus();
  await desk.key(' ');
  expect(said()).toContain('MH 12 AB 0001 picked up from Not started.');
  await desk.key('ArrowRight');
  expect(said()).toBe('Over In work.');
  await desk.key(' ');
  await desk.until(async () => expect((await desk.job(first))?.status).toBe('in_progress'));
  await desk.until(() => expect(cardsIn('In work')).toHaveLength(1));
  expect(said()).toBe('MH 12 AB 0001 is now: In work.');
  await desk.until(() => expect(document.activeElement).toBe(cardsIn('In work')[0]));
});

it('says why a column does not take a card, and Escape puts it back', async () => {
  const [first = ''] = desk.ids;
  cardsIn('Not started')[2]?.focus();
  await desk.key(' ');
  for (let step = 0; step < 3; step += 1) await desk.key('ArrowRight');
  expect(said()).toMatch(/^Over Being checked: not possible\. From “Not started” a job goes to In work/);
  await desk.key(' ');
  expect(said()).toContain('not possible');
  await desk.key('Escape');
  expect(said()).toBe('MH 12 AB 0001 is back in Not started.');
  expect((await desk.job(first))?.status).toBe('pending');
});

it('asks before a car leaves unpaid and before a job is cancelled', async () => {
  const [first = ''] = desk.ids;
  cardsIn('Not started')[2]?.focus();
  await desk.key(' ');
  for (let step = 0; step < 5; step += 1) await desk.key('ArrowRight');
  await desk.key(' ');
  await desk.says('₹5,000');
  expect((await desk.job(first))?.status).toBe('pending');
  await desk.press('Close');
  cardsIn('Not started')[2]?.focus();
  await desk.key(' ');
  for (let step = 0; step < 6; step += 1) await desk.key('ArrowRight');
  await desk.key(' ');
  await desk.press('Cancel the job');
  await desk.until(async () => expect((await desk.job(first))?.status).toBe('cancelled'));
  await desk.until(() => expect(cardsIn('Cancelled')).toHaveLength(1));
});
