import { at, next, press, type Stop } from './stop.ts';

const close = at('close-day', '/money/close', /RevOps counts/);
const deposit = at('deposit', '/money/deposit', /RevOps counts/);
const team = at('team-person', '/team', /People/);

const person = next('team-person', team, async (page) => {
  await page.locator('main li button').filter({ hasText: 'Manager' }).first().click();
  await page.getByRole('link', { name: 'Cash statement' }).waitFor();
});

/** What an owner does with cash besides looking at it, and somebody who leaves. */
export const cashStops: readonly Stop[] = [
  close,
  next('close-day-differs', close, async (page) => {
    await page.getByLabel('₹500 notes').fill('1');
    await page.getByLabel('Why does it differ?').waitFor();
    await press(page, /^Close with/);
    await page.getByText('Say why it differs, or count again.').waitFor();
  }),
  deposit,
  at('statement', '/money/statement', /In the hand now/),
  at('scan', '/money/scan', /type the code/),
  at('code-not-here', '/money/code/none', /not on this phone/),
  person,
  next('leave', person, async (page) => {
    await page.getByRole('link', { name: 'Remove from workshop' }).click();
    await page.getByText('Open jobs').first().waitFor();
  }),
  next('take-over', person, async (page) => {
    await page.getByRole('link', { name: 'Take over the cash' }).click();
    await page.getByText(/RevOps counts .* with/).waitFor();
  }),
];
