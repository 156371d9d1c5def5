import type { Page } from 'playwright-core';
import { job, jobs } from './job-stops.ts';
import { deskOf } from './rows.ts';
import { answerHistory, answerQuarantine, type Answers } from './server-answers.ts';
import { at, next, press, type Stop } from './stop.ts';
import { discountStops } from './waiver-stops.ts';

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
  next('company-jobs', jobs, (page) => page.getByRole('textbox', { name: 'Find a car' }).fill('')),
  { ...job, name: 'company-job' },
  ...discountStops,
  next('company-job-desks', job, async (page) => {
    await press(page, 'Move to another desk');
    await page.getByRole('dialog').getByRole('radio').first().check();
  }),
  answered('some', at('company-day-book', '/day-book', /were not accepted/)),
  at('company-backups', '/more/backups', /no backups by itself/),
  answered('some', at('company-today', '/today', /were not accepted/)),
  answered('some', at('company-team', '/team', /were not accepted/)),
  answered('some', at('company-more', '/more')),
  listed,
  next('team-not-accepted-asks', listed, async (page) => {
    await press(page, 'Accept it anyway');
    await page.getByRole('alertdialog').waitFor();
  }),
  answered('none', at('team-not-accepted-none', '/team/not-accepted', /was accepted/)),
  answered('broken', at('team-not-accepted-broken', '/team/not-accepted', /went wrong/)),
  next('team-not-accepted-offline', quarantine, async (page) => {
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
