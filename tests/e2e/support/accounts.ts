import type { Page } from 'playwright-core';

/** A person of the story, as typed into the forms. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export const password = 'correct horse 7';

export const owner: Account = { name: 'Meera Joshi', email: 'meera@example.com', phone: '98220 11111' };
export const imran: Account = { name: 'Imran Shaikh', email: 'imran@example.com', phone: '98220 22222' };
export const lakshmi: Account = {
  name: 'Lakshmi Narayanan',
  email: 'lakshmi@example.com',
  phone: '98220 33333',
};
export const stranger: Account = { name: 'Vikram Rao', email: 'vikram@example.com', phone: '98220 44444' };

async function fillPerson(page: Page, account: Account): Promise<void> {
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Your phone number').fill(account.phone);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

/** From the first page to the signed-in shell of a new workshop's owner. */
export async function createWorkshop(
  page: Page,
  url: string,
  account: Account,
  workshop: string,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: /Create your workshop/ }).click();
  await page.getByLabel('Name of the workshop').fill(workshop);
  await fillPerson(page, account);
  await page.getByRole('button', { name: 'Create workshop' }).click();
  await page.getByRole('heading', { level: 1, name: /Today|Day book/ }).waitFor();
}

/** An owner's new invite code for a manager, read off the Team screen. */
export async function inviteCode(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/team`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('button', { name: 'Create code' }).click();
  const code = await page
    .getByText(/^[A-Z0-9]{4}[ -]?[A-Z0-9]{4}$/)
    .first()
    .textContent();
  await page.getByRole('button', { name: 'Done' }).click();
  return (code ?? '').replaceAll(/[^A-Z0-9]/g, '');
}

/** From the first page to the signed-in shell of somebody who was invited. */
export async function joinWorkshop(page: Page, url: string, account: Account, code: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: /Join with a code/ }).click();
  await page.getByLabel('Invite code').fill(code);
  await fillPerson(page, account);
  await page.getByRole('button', { name: 'Join workshop' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}
