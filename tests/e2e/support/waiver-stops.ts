import type { Page } from 'playwright-core';
import { job, pay } from './job-stops.ts';
import { at, next, press, type Stop } from './stop.ts';

const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last();

const deliver = next('desk-deliver', job, async (page) => {
  await press(page, 'Other moves');
  await dialog(page).getByRole('button', { name: 'Deliver', exact: true }).click();
  await page.getByRole('button', { name: /^Deliver, ₹/ }).waitFor();
});

const letOff = next('desk-let-off', job, async (page) => {
  await press(page, 'Let off a part');
  await dialog(page).getByLabel('Discount', { exact: true }).fill('300');
  // What an earlier visit left is there still: a chip would take it away again.
  await dialog(page).getByLabel('Why').fill('Regular customer');
  await page.getByText(/^The owner has to agree\. Until then/).waitFor();
});

/** A manager delivers, and lets something off that the owner has to agree to. */
export const waiverStops: readonly Stop[] = [
  deliver,
  next('desk-deliver-part', deliver, async (page) => {
    const sheet = dialog(page);
    await sheet.getByRole('button', { name: 'Discount', exact: true }).click();
    await sheet.getByLabel('Discount', { exact: true }).fill('200');
    await sheet.getByLabel('Why').fill('Regular customer');
    await sheet.getByLabel('Paid now').fill('1500');
    await sheet.getByText('UPI', { exact: true }).click();
    await sheet.getByRole('button', { name: 'In a week' }).click();
    await sheet.getByRole('button', { name: 'Deliver, ₹1,500 UPI' }).waitFor();
  }),
  letOff,
  next('desk-let-off-waits', letOff, async (page) => {
    await dialog(page).getByRole('button', { name: 'Let off ₹300' }).click();
    await page.getByText('The owner has to agree', { exact: true }).waitFor();
  }),
  next('desk-pay-discount', pay, async (page) => {
    await press(page, 'Discount');
    await dialog(page).getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Type an amount such as 200 or 200.50.').waitFor();
  }),
  next('desk-give-back', pay, async (page) => {
    await press(page, 'Give back');
    await page.getByRole('button', { name: '5', exact: true }).click();
    await press(page, 'Give back ₹5 cash');
    await page.getByRole('alertdialog').getByLabel('Why it goes back').waitFor();
  }),
];

/** What the owner sees of it. */
export const discountStops: readonly Stop[] = [
  at('company-discounts', '/payments?kind=discounts', /Waiting for you/),
];
