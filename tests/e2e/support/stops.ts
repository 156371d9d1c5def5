import type { Page } from 'playwright-core';
import { deskOf } from './rows.ts';
import { answerHistory, answerQuarantine, type Answers } from './server-answers.ts';

/** One screen of the app and the way to it. */
export interface Stop {
  readonly name: string;
  readonly open: (page: Page, url: string) => Promise<void>;
}

/** The screen has its heading and nothing is a placeholder any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('output [aria-hidden].min-h-16') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** A screen that an address leads to; `shows` is what its content has arrived with. */
const at = (name: string, path: string, shows?: RegExp): Stop => ({
  name,
  open: async (page, url) => {
    await page.goto(url + path);
    await settled(page);
    if (shows !== undefined)
      await page.locator('main').getByText(shows).filter({ visible: true }).first().waitFor();
  },
});

/** From one screen on, by what a person does there. */
const then = (name: string, from: Stop, act: (page: Page) => Promise<void>): Stop => ({
  name,
  open: async (page, url) => {
    await from.open(page, url);
    await act(page);
    await settled(page);
  },
});

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();

const register = at('register', '/register');

/** What people see before they are signed in. */
export const doorStops: readonly Stop[] = [
  at('welcome', '/welcome'),
  register,
  then('register-errors', register, async (page) => {
    await press(page, 'Create workshop');
    await page.getByText('Type your name.').waitFor();
  }),
  at('join', '/join'),
  at('sign-in', '/sign-in'),
  at('forgot', '/forgot-password'),
  at('reset', '/reset#token=0123456789abcdef0123456789abcdef'),
  at('reset-broken-link', '/reset'),
];

const jobs = at('jobs', '/jobs', /./);
const job = then('job', jobs, async (page) => {
  await page.locator('a[href^="/jobs/"]:not([href="/jobs/new"])').filter({ visible: true }).first().click();
  await page.getByRole('region', { name: 'Bill and money' }).waitFor();
});
const search = at('search', '/jobs?search');
const payments = at('payments', '/payments');
const payment = then('payment', payments, async (page) => {
  await page.locator('main li a, main tbody tr').filter({ visible: true }).first().click();
  await page.getByText('What happened').waitFor();
});

const pay = then('pay', job, async (page) => {
  await page.goto(`${page.url()}/pay`);
  await page.getByRole('heading', { name: 'Take payment' }).waitFor();
});
const newJob = at('new-job', '/jobs/new');

/** The list remembers what was searched, so searching comes last. The owner of a workshop in which much has happened. */
export const busyStops: readonly Stop[] = [
  at('today', '/today', /Cash with you/),
  jobs,
  job,
  then('job-moves', job, async (page) => {
    await press(page, 'Other moves');
    await page.getByRole('dialog').waitFor();
  }),
  then('job-edit', job, async (page) => {
    await press(page, 'Edit the card');
    await page.getByRole('dialog').waitFor();
  }),
  pay,
  newJob,
  at('money', '/money', /Cash with you/),
  at('hand-over-nobody', '/money/hand-over', /nobody/),
  at('hand-overs', '/hand-overs'),
  at('day-book', '/day-book', /Cash with people/),
  payments,
  then('payments-selected', payments, async (page) => {
    // The label is the target: it covers the whole stub.
    const boxes = page.locator('main label:has(input[type=checkbox])');
    await boxes.nth(0).click();
    await boxes.nth(2).click();
    await page.getByRole('button', { name: /^Confirm 2 payments/ }).waitFor();
  }),
  at('payments-rejected', '/payments?state=rejected'),
  payment,
  then('payment-reject', payment, async (page) => {
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
  then('search-found', search, async (page) => {
    await page.getByRole('textbox', { name: 'Find a car' }).fill('12');
    await page
      .locator('a[href^="/jobs/"]:not([href="/jobs/new"])')
      .filter({ visible: true })
      .first()
      .waitFor();
  }),
];

/** An owner on the first day, with one job of their own. */
export const newOwnerStops: readonly Stop[] = [
  at('own-today', '/today', /Cash with you/),
  at('own-jobs', '/jobs'),
  then('own-qr', pay, async (page) => {
    await page.getByRole('group', { name: 'How' }).getByText('UPI', { exact: true }).click();
    await press(page, 'Show QR');
    await page.getByRole('dialog', { name: 'Pay by UPI' }).getByRole('img').waitFor();
  }),
  then('own-pay-large', pay, async (page) => {
    for (const digit of '98765432') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('group', { name: 'How' }).getByText('Other', { exact: true }).click();
  }),
  then('own-new-job-errors', newJob, async (page) => {
    await press(page, 'Save job');
    await page.getByText('Type the number plate.').first().waitFor();
  }),
  then('own-saved', newJob, async (page) => {
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
  then('own-invite', at('own-team', '/team', /People/), async (page) => {
    await press(page, 'Invite somebody');
    await page.getByRole('dialog').waitFor();
  }),
  then('own-invite-code', at('own-team', '/team', /People/), async (page) => {
    await press(page, 'Invite somebody');
    await press(page, 'Create code');
    await page.getByRole('dialog').getByRole('img').waitFor();
  }),
  at('own-not-accepted', '/not-accepted'),
  at('own-no-such-job', '/jobs/00000000-0000-7000-8000-000000000000'),
  at('own-no-such-payment', '/payments?id=payment:00000000-0000-7000-8000-000000000000'),
  then('own-search-none', search, async (page) => {
    await page.getByRole('textbox', { name: 'Find a car' }).fill('9999');
    await page.getByText(/9999 on this phone/).waitFor();
  }),
];

/** The newest job and the person whose desk it is at. */
const firstJob = async (page: Page, url: string): Promise<Answers> => {
  await page.goto(`${url}/jobs`);
  const link = page.locator('a[href^="/jobs/"]:not([href="/jobs/new"])').filter({ visible: true }).first();
  const jobId = `job:${((await link.getAttribute('href')) ?? '').replace('/jobs/', '')}`;
  return { jobId, personId: await deskOf(page, jobId) };
};

/** A screen in front of a server whose entries were answered so. */
const answered = (kind: 'some' | 'none' | 'broken', stop: Stop, name = stop.name): Stop => ({
  name,
  open: async (page, url) => {
    await answerQuarantine(page, await firstJob(page, url), kind);
    await stop.open(page, url);
  },
});

const quarantine = at('team-not-accepted', '/team/not-accepted');
const listed = answered('some', at('team-not-accepted', '/team/not-accepted', /kept these out/));

/** The same owner once somebody else is there: desks, and what the server keeps for owners alone. */
export const companyStops: readonly Stop[] = [
  // First of all nothing is searched any more.
  then('company-jobs', jobs, (page) => page.getByRole('textbox', { name: 'Find a car' }).fill('')),
  { ...job, name: 'company-job' },
  then('company-job-desks', job, async (page) => {
    await press(page, 'Move to another desk');
    await page.getByRole('dialog').getByRole('radio').first().check();
  }),
  answered('some', at('company-day-book', '/day-book', /were not accepted/)),
  at('company-backups', '/more/backups', /no backups by itself/),
  answered('some', at('company-today', '/today', /were not accepted/)),
  answered('some', at('company-team', '/team', /were not accepted/)),
  answered('some', at('company-more', '/more')),
  listed,
  then('team-not-accepted-asks', listed, async (page) => {
    await press(page, 'Accept it anyway');
    await page.getByRole('alertdialog').waitFor();
  }),
  answered('none', at('team-not-accepted-none', '/team/not-accepted', /was accepted/)),
  answered('broken', at('team-not-accepted-broken', '/team/not-accepted', /went wrong/)),
  then('team-not-accepted-offline', quarantine, async (page) => {
    await page.evaluate(
      `Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }); dispatchEvent(new Event('offline'))`,
    );
    await page
      .getByText(/needs a connection/)
      .first()
      .waitFor();
  }),
  {
    name: 'job-history',
    open: async (page, url) => {
      const { jobId: id } = await firstJob(page, url);
      await answerHistory(page);
      await at('', `/history/${encodeURIComponent(id)}`, /arrived/).open(page, url);
    },
  },
];

const handOver = at('desk-hand-over', '/money/hand-over', /Counted/);

/** A manager with a little cash, on the phone that most people here hold. */
export const managerStops: readonly Stop[] = [
  at('desk-today', '/today', /Cash with you/),
  { ...job, name: 'desk-job' },
  at('desk-money', '/money', /Cash with you/),
  handOver,
  then('desk-hand-over-counted', handOver, async (page) => {
    await page.getByLabel('₹500 notes').fill('1');
    await page.getByLabel('₹100 notes').fill('4');
    await page.getByText(/less than RevOps counts/).waitFor();
  }),
  then('desk-handed-over', handOver, async (page) => {
    await page.getByLabel('₹500 notes').fill('1');
    await press(page, /^Hand over/);
    await page.getByText(/saved on this phone/).waitFor();
  }),
  at('desk-hand-overs', '/hand-overs'),
  at('desk-more', '/more'),
  at('desk-owner-only', '/team'),
];

/** From the first page into the demo. */
export async function openDemo(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/welcome`);
  await press(page, /demo workshop/);
  await page.getByRole('heading', { level: 1, name: /Today|Day book/ }).waitFor({ timeout: 60_000 });
}
