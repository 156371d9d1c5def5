import type { Page } from 'playwright-core';
import { slip } from './job-steps.ts';

/** Digits on the screen's own keypad. */
async function keypad(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

const money = (page: Page) => page.getByRole('region', { name: 'Bill and money' });

/** The screen of a job, by its address. */
export async function toJob(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await money(page).waitFor();
}

/** Where the job that was just taken in is found. */
const savedJob = async (page: Page): Promise<string> => {
  await page.getByText(/saved on this phone$/).waitFor();
  return (await page.getByRole('link', { name: 'Open job' }).getAttribute('href')) ?? '';
};

export interface Intake {
  readonly plate: string;
  readonly name: string;
  readonly phone: string;
  readonly model: string;
  readonly estimate: number;
}

/** A car that nobody knows yet, filled in by taps and typing as a thumb does; gives the path of its job. */
export async function takeIn(page: Page, car: Intake): Promise<string> {
  await page.getByRole('link', { name: 'New job' }).first().tap();
  await page.getByLabel('Number plate').waitFor();
  await page.keyboard.type(car.plate);
  await page.getByLabel('Phone', { exact: true }).tap();
  await page.keyboard.type(car.phone);
  await page.getByLabel('Customer', { exact: true }).tap();
  await page.keyboard.type(car.name);
  await page.getByText('More about this car').tap();
  await page.getByLabel('Car model').tap();
  await page.keyboard.type(car.model);
  await page.getByLabel('Estimate').tap();
  await page.keyboard.type(String(car.estimate));
  await page.getByRole('group', { name: 'Promised' }).getByRole('button').first().tap();
  await page.getByRole('button', { name: 'Save job' }).tap();
  return savedJob(page);
}

/** A car that was here before: its plate says the rest. */
export async function takeInAgain(page: Page, { plate, estimate }: Intake): Promise<string> {
  await page.getByRole('link', { name: 'New job' }).first().tap();
  await page.getByLabel('Number plate').waitFor();
  await page.keyboard.type(plate);
  await page.getByText(/Known car/).waitFor();
  await page.getByText('More about this car').tap();
  await page.getByLabel('Estimate').tap();
  await page.keyboard.type(String(estimate));
  await page.getByRole('group', { name: 'Promised' }).getByRole('button').first().tap();
  await page.getByRole('button', { name: 'Save job' }).tap();
  return savedJob(page);
}

/** On the screen of a job: an amount other than what is due; the bank's reference may come later. */
export async function pay(page: Page, rupees: number, method: 'Cash' | 'UPI' | 'Card'): Promise<void> {
  await page
    .getByRole('link', { name: /Take (payment|₹)/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Take payment' }).waitFor();
  await keypad(page, String(rupees));
  await page.getByRole('group', { name: 'How' }).getByText(method, { exact: true }).click();
  await page.getByRole('button', { name: /^Save ₹/ }).click();
  await money(page).waitFor();
  await slip(page, rupeesOf(rupees)).first().waitFor();
}

/** As the screens write a whole amount. */
export const rupeesOf = (amount: number): string =>
  `${amount < 0 ? '−' : ''}₹${Math.abs(amount).toLocaleString('en-IN')}`;

/** The bank's reference of a payment that was taken earlier. */
export async function addUtr(page: Page, amount: number, utr: string): Promise<void> {
  await slip(page, rupeesOf(amount)).getByRole('button', { name: 'Add UTR' }).click();
  await page.getByRole('dialog').getByLabel('UTR').fill(utr);
  await page.getByRole('dialog').getByRole('button', { name: 'Save UTR' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** What the job's own screen says is still to collect, in rupees. */
export async function stillToCollect(page: Page): Promise<string> {
  const text = await money(page).innerText();
  return /Still to collect\s*(\S+)/.exec(text)?.[1] ?? text;
}

/** A car by the end of its plate. */
export async function findByDigits(page: Page, digits: string): Promise<void> {
  await page.getByRole('link', { name: 'Jobs', exact: true }).tap();
  await page.getByLabel('Find a car', { exact: true }).tap();
  await page.keyboard.type(digits);
  await page.getByRole('main').getByRole('link').first().waitFor();
}

/** From the screen of a job that is ready: bill less discount, the rest in cash, delivered, all in one sheet. */
export async function deliverAndCollect(page: Page, { discount }: { discount: number }): Promise<void> {
  await page.getByRole('button', { name: 'Deliver', exact: true }).tap();
  const sheet = page.getByRole('dialog', { name: 'Deliver and collect' });
  if (discount > 0) {
    await sheet.getByRole('button', { name: 'Discount', exact: true }).tap();
    await sheet.getByLabel('Discount', { exact: true }).fill(String(discount));
    await sheet.getByRole('button', { name: 'Regular customer' }).tap();
  }
  await sheet.getByRole('button', { name: /^Deliver, ₹/ }).tap();
  await sheet.getByText(/delivered$/).waitFor();
  await sheet.getByRole('button', { name: 'Done' }).tap();
}

/** Counted by notes, for the only owner. */
export async function handOver(
  page: Page,
  url: string,
  notes: Readonly<Record<number, number>>,
): Promise<void> {
  await page.goto(`${url}/money/hand-over`);
  for (const [note, pieces] of Object.entries(notes))
    await page.getByLabel(`₹${note} notes`).fill(String(pieces));
  await page.getByRole('button', { name: /^Hand over ₹/ }).click();
  await page
    .getByText(/saved on this phone/)
    .first()
    .waitFor();
}

/** Straight after it: the code on this phone, for the other one to scan. */
export async function showCode(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Show the code' }).click();
  await page.getByRole('img', { name: /hand-over of ₹/ }).waitFor();
}

/** From the screen of a job: an amount that goes back to the customer in cash, and why. */
export async function giveBack(page: Page, rupees: number): Promise<void> {
  await page
    .getByRole('link', { name: /Take (payment|₹)/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Give back', exact: true }).click();
  await keypad(page, String(rupees));
  await page.getByRole('group', { name: 'How' }).getByText('Cash', { exact: true }).click();
  await page.getByRole('button', { name: /^Give back ₹/ }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Bill became less' }).click();
  await question.getByRole('button', { name: 'Yes, given back' }).click();
  await money(page).waitFor();
}

/** From the screen of a job: what the card says of the worker. */
export async function setWorker(page: Page, worker: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit the card' }).click();
  await page.getByLabel('Worker').fill(worker);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
