import { at, next } from './stop.ts';

export const jobs = at('jobs', '/jobs', /./);
export const job = next('job', jobs, async (page) => {
  await page.locator('a[href^="/jobs/"]:not([href="/jobs/new"])').filter({ visible: true }).first().click();
  await page.getByRole('region', { name: 'Bill and money' }).waitFor();
});
export const search = at('search', '/jobs?search');
export const pay = next('pay', job, async (page) => {
  await page.goto(`${page.url()}/pay`);
  await page.getByRole('heading', { name: 'Take payment' }).waitFor();
});
export const newJob = at('new-job', '/jobs/new');
