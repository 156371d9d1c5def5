import { newJob, pay, search } from './job-stops.ts';
import { at, next, press, type Stop } from './stop.ts';

/** An owner on the first day, with one job of their own. */
export const newOwnerStops: readonly Stop[] = [
  at('own-today', '/today', /Cash with you/),
  at('own-jobs', '/jobs'),
  next('own-qr', pay, async (page) => {
    await page.getByRole('group', { name: 'How' }).getByText('UPI', { exact: true }).click();
    await press(page, 'Show QR');
    await page.getByRole('dialog', { name: 'Pay by UPI' }).getByRole('img').waitFor();
  }),
  next('own-pay-large', pay, async (page) => {
    for (const digit of '98765432') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('group', { name: 'How' }).getByText('Other', { exact: true }).click();
  }),
  next('own-new-job-errors', newJob, async (page) => {
    await press(page, 'Save job');
    await page.getByText('Type the number plate.').first().waitFor();
  }),
  next('own-saved', newJob, async (page) => {
    await page.getByLabel('Number plate').fill('KA 05 MN 7');
    await page.getByLabel('Customer', { exact: true }).fill('Anil');
    await press(page, 'Save job');
    await page.getByText(/saved on this phone$/).waitFor();
  }),
  at('own-money', '/money', /Cash with you/),
  at('own-hand-overs', '/hand-overs'),
  at('own-day-book', '/day-book', /Cash with people/),
  at('own-payments', '/payments'),
  at('own-team', '/team', /People/),
  next('own-invite', at('own-team', '/team', /People/), async (page) => {
    await press(page, 'Invite somebody');
    await page.getByRole('dialog').waitFor();
  }),
  next('own-invite-code', at('own-team', '/team', /People/), async (page) => {
    await press(page, 'Invite somebody');
    await press(page, 'Create code');
    await page.getByRole('dialog').getByRole('img').waitFor();
  }),
  at('own-not-accepted', '/not-accepted'),
  at('own-no-such-job', '/jobs/00000000-0000-7000-8000-000000000000'),
  at('own-no-such-payment', '/payments?id=payment:00000000-0000-7000-8000-000000000000'),
  next('own-search-none', search, async (page) => {
    await page.getByRole('textbox', { name: 'Find a car' }).fill('9999');
    await page.getByText(/9999 on this phone/).waitFor();
  }),
];
