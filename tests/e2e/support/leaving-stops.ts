import type { Page } from 'playwright-core';
import { takeCash } from './job-steps.ts';
import { openCar } from './open-car.ts';
import { settled, type Stop } from './stop.ts';

const removed = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: /^You were removed from/ }).waitFor();

/** The owner gives the job that the manager has open to somebody else. */
async function moveAway(owner: Page, jobUrl: string): Promise<void> {
  await owner.goto(jobUrl);
  await owner.getByRole('button', { name: 'Move to another desk' }).click();
  const sheet = owner.getByRole('dialog');
  await sheet.getByRole('radio').first().check();
  await sheet.getByRole('button', { name: /^Move to / }).click();
  await sheet.waitFor({ state: 'detached' });
}

async function removeManager(owner: Page, url: string, name: string): Promise<void> {
  await owner.goto(`${url}/team`);
  await owner.getByRole('button', { name }).click();
  await owner.getByRole('link', { name: 'Remove from workshop' }).click();
  await owner.getByRole('button', { name: 'Remove from workshop' }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Remove from workshop' }).click();
  await owner.getByRole('heading', { name: /No longer here/ }).waitFor();
}

/** What an earlier stop began to give back is kept, and is gone on with where the person comes back. */
async function payInsteadOfRefund(page: Page, jobUrl: string, rupees: string): Promise<void> {
  await page.goto(`${jobUrl}/pay`);
  // What was left comes a moment after the screen; mostly there is nothing.
  const turn = page.getByRole('button', { name: 'Take money', exact: true });
  await turn.click({ timeout: 3000 }).catch(() => undefined);
  await takeCash(page, rupees);
}

/** What a manager sees whose job, and then whose place in the workshop, is taken away before everything was sent. */
export const leavingStops = (owner: Page, name: string): readonly Stop[] => [
  {
    name: 'leaving-moved-job',
    open: async (page, url) => {
      // The phone hears, but what it says gets lost.
      await page.context().route('**/_bulk_docs', (route) => route.abort());
      await page.goto(`${url}/jobs`);
      await openCar(page, /Raj Kumar/);
      await page.getByRole('region', { name: 'Bill and money' }).waitFor();
      const jobUrl = page.url();
      await payInsteadOfRefund(page, jobUrl, '500');
      await moveAway(owner, jobUrl);
      await page.getByText(/belongs to another desk now/).waitFor();
    },
  },
  {
    name: 'leaving-moved-mark',
    open: async (page, url) => {
      await page.goto(`${url}/jobs`);
      await page.getByText('Moved to another desk, 1 entry still to send').waitFor();
    },
  },
  {
    name: 'leaving-handing-over',
    open: async (page, url) => {
      await page.context().route('**/api/quarantine', (route) => route.fulfill({ status: 503, json: {} }));
      await removeManager(owner, url, name);
      await removed(page);
      await page.getByText(/^Being handed over to the owner/).waitFor();
      await settled(page);
    },
  },
  {
    name: 'leaving-away',
    open: async (page) => {
      await page.evaluate(
        `Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }); dispatchEvent(new Event('offline'))`,
      );
      await page.getByText(/^Only on this phone/).waitFor();
    },
  },
  {
    name: 'leaving-handed-over',
    open: async (page, url) => {
      await page.context().unroute('**/api/quarantine');
      await page.goto(url);
      await removed(page);
      await page.getByText(/^Handed over/).waitFor();
    },
  },
];
