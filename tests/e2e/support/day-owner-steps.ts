import type { Page } from 'playwright-core';
import { rupeesOf } from './day-steps.ts';

/** An owner's own cash, brought to the bank. */
export async function deposit(page: Page, url: string, rupees: number): Promise<void> {
  await page.goto(`${url}/money/deposit`);
  await page.getByLabel('₹500 notes').fill(String(rupees / 500));
  await page.getByRole('button', { name: /^Save ₹/ }).click();
  await page.getByText(/are in the bank/).waitFor();
}

/** From the screen of a job: an owner gives it to another desk. */
export async function reassign(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Move to another desk' }).click();
  const sheet = page.getByRole('dialog', { name: 'Move to another desk' });
  await sheet.getByRole('radio', { name: to }).check();
  await sheet.getByRole('button', { name: `Move to ${to}` }).click();
  await sheet.waitFor({ state: 'detached' });
}

interface Leaving {
  readonly name: string;
  readonly rupees: number;
  readonly jobsTo: string;
}

/** Somebody leaves: the owner takes the cash over, gives the jobs to another, and then removes them. */
export async function takeLeave(page: Page, url: string, { name, rupees, jobsTo }: Leaving): Promise<void> {
  await page.goto(`${url}/team`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('link', { name: 'Remove from workshop' }).click();
  await page.getByRole('link', { name: 'Take over the cash' }).click();
  await page.getByLabel('Coins, in rupees').fill(String(rupees));
  await page.getByRole('button', { name: `I have ${rupeesOf(rupees)}` }).click();
  await page.getByText('No cash is with them').waitFor();
  await page.getByRole('radio', { name: jobsTo }).check();
  await page.getByRole('button', { name: /^Move (the job|all)/ }).click();
  await page.getByText('No open job is at their desk').waitFor();
  await page.getByRole('button', { name: 'Remove from workshop' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor();
}
