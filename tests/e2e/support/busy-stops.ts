import { cashStops } from './cash-stops.ts';
import { customerStops } from './customer-stops.ts';
import { job, jobs, newJob, pay, search } from './job-stops.ts';
import { photoStops } from './photo-stops.ts';
import { reportStops } from './report-stops.ts';
import { at, next, press, type Stop } from './stop.ts';

const payments = at('payments', '/payments');
const alarms = at('alarms', '/alarms', /Bill fell/);
const payment = next('payment', payments, async (page) => {
  await page.locator('main li a, main tbody tr').filter({ visible: true }).first().click();
  await page.getByText('What happened').waitFor();
});

/** The list remembers what was searched, so searching comes last. The owner of a workshop in which much has happened. */
export const busyStops: readonly Stop[] = [
  at('today', '/today', /Cash with you/),
  jobs,
  job,
  next('job-moves', job, async (page) => {
    await press(page, 'Other moves');
    await page.getByRole('dialog').waitFor();
  }),
  next('job-edit', job, async (page) => {
    await press(page, 'Edit the card');
    await page.getByRole('dialog').waitFor();
  }),
  ...photoStops,
  pay,
  newJob,
  ...customerStops,
  ...reportStops,
  at('money', '/money', /Cash with you/),
  at('hand-over-nobody', '/money/hand-over', /nobody/),
  ...cashStops,
  at('hand-overs', '/hand-overs'),
  at('day-book', '/day-book', /Dues by age/),
  at('figures', '/figures?period=year', /Dues by age/),
  alarms,
  next('alarm-looked-at', alarms, async (page) => {
    await press(page, /^Mark as looked at/);
    await page.getByRole('dialog').waitFor();
  }),
  payments,
  next('payments-selected', payments, async (page) => {
    // The label is the target: it covers the whole stub.
    const boxes = page.locator('main label:has(input[type=checkbox])');
    await boxes.nth(0).click();
    await boxes.nth(2).click();
    await page.getByRole('button', { name: /^Confirm 2 payments/ }).waitFor();
  }),
  at('payments-rejected', '/payments?state=rejected'),
  payment,
  next('payment-reject', payment, async (page) => {
    await press(page, /^Reject$/);
    await page.getByRole('dialog').waitFor();
  }),
  at('team', '/team', /People/),
  at('more', '/more'),
  at('workshop', '/more/workshop', /UPI/),
  at('devices', '/more/devices'),
  at('bring-in', '/more/devices/bring-in'),
  at('backups', '/more/backups'),
  at('unknown', '/nowhere'),
  next('search-found', search, async (page) => {
    await page.getByRole('textbox', { name: 'Find a car' }).fill('12');
    await page
      .locator('a[href^="/jobs/"]:not([href="/jobs/new"])')
      .filter({ visible: true })
      .first()
      .waitFor();
  }),
];
