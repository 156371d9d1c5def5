import type { Locator, Page } from 'playwright-core';

/** Chooses digits on the screen's own keypad. */
async function typeOnKeypad(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** The radio button itself is drawn by its label, which is what a thumb hits. */
const chooseMethod = (page: Page, method: string): Promise<void> =>
  page.getByRole('group', { name: 'How' }).getByText(method, { exact: true }).click();

/** The car of the story: two groups of fields, as a thumb would fill them. */
export async function openStoryJob(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'New job' }).first().click();
  await page.getByLabel('Number plate').fill('MH 12 AB 1234');
  await page.getByLabel('Customer', { exact: true }).fill('Raj Kumar');
  await page.getByLabel('Phone', { exact: true }).fill('98765 43210');
  await page.getByText('More about this car').click();
  await page.getByLabel('Car model').fill('Honda City');
  await page.getByLabel('Estimate').fill('5000');
  await page.getByLabel('Advance taken').fill('1000');
  await page.getByRole('group', { name: 'Promised' }).getByRole('button').last().click();
  await page.getByRole('button', { name: 'Save job' }).click();
  const saved = await page.getByText(/saved on this phone$/).textContent();
  await page.getByRole('link', { name: 'Open job' }).click();
  await page.getByText('Still to collect').first().waitFor();
  return saved?.split(' ')[0] ?? '';
}

/** One slip among a job's payments, by its amount. */
export const slip = (page: Page, amount: string): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(amount, { exact: true }) })
    .filter({ has: page.getByText(/Waiting|Confirmed|Rejected|Cancelled/) });

/** ₹2,000 with the QR on the screen. */
export async function payByUpi(page: Page, rupees: string): Promise<void> {
  await page
    .getByRole('link', { name: /Take (payment|₹)/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Take payment' }).waitFor();
  await typeOnKeypad(page, rupees);
  await chooseMethod(page, 'UPI');
  await page.getByRole('button', { name: 'Show QR' }).click();
  const code = page.getByRole('dialog', { name: 'Pay by UPI' });
  await code.getByRole('img').waitFor();
  await code.getByRole('button', { name: /^Save ₹/ }).click();
  await page.getByText('Still to collect').first().waitFor();
}

/** Cash of at most what is due: nothing is asked. */
export async function payCash(page: Page, rupees: string): Promise<void> {
  await page
    .getByRole('link', { name: /Take (payment|₹)/ })
    .first()
    .click();
  await takeCash(page, rupees);
}

/** On the screen that takes a payment. */
export async function takeCash(page: Page, rupees: string): Promise<void> {
  await page.getByRole('heading', { name: 'Take payment' }).waitFor();
  await typeOnKeypad(page, rupees);
  await chooseMethod(page, 'Cash');
  await page.getByRole('button', { name: /^Save ₹/ }).click();
  await page.getByText('Still to collect').first().waitFor();
}

/** A zero too many: the app asks once, the thumb confirms all the same. */
export async function payTooMuch(page: Page, rupees: string): Promise<void> {
  await page
    .getByRole('link', { name: /Take (payment|₹)/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Take payment' }).waitFor();
  await typeOnKeypad(page, rupees);
  await chooseMethod(page, 'Cash');
  await page.getByRole('button', { name: /^Save ₹/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Take ₹/ })
    .click();
  await page
    .getByText(/give back/)
    .first()
    .waitFor();
}

/** The owner's UPI address, so that the QR can be made on every phone. */
export async function addUpiAddress(page: Page, url: string, vpa: string): Promise<void> {
  await page.goto(`${url}/more/workshop`);
  await page.getByLabel('UPI ID').fill(vpa);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: /More|Settings/ }).waitFor();
  await page.getByRole('button', { name: 'All sent' }).waitFor();
}
