import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, lakshmi, owner } from './support/accounts.ts';
import { faults } from './support/axe.ts';
import { desk, openPerson, phone, type Person } from './support/browser.ts';
import { openStoryJob, payCash, slip } from './support/job-steps.ts';
import { everythingStored } from './support/leaks.ts';
import { testServer, type TestServer } from './support/server.ts';
import { storesWith } from './support/stored-text.ts';

const waitMs = 15_000;
// The server has to confirm twice, a minute apart, that it keeps a removed person's work (sync.md).
const wipeMs = 110_000;

describe('a job that changes desks, and a person who leaves', () => {
  let server: TestServer;
  let meera: Person;
  let imranPhone: Person;
  let lakshmiPhone: Person;
  let path = '';
  let number = '';

  const openJob = async ({ page }: Person): Promise<void> => {
    await page.goto(server.url + path);
    await page.getByRole('region', { name: 'Bill and money' }).waitFor({ timeout: waitMs });
  };

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    meera = await openPerson('owner', { viewport: desk });
    imranPhone = await openPerson('imran', { viewport: phone, touch: true });
    lakshmiPhone = await openPerson('lakshmi', { viewport: phone, touch: true });
    await createWorkshop(meera.page, server.url, owner, 'Pro Auto Workshop');
    await joinWorkshop(imranPhone.page, server.url, imran, await inviteCode(meera.page, server.url));
    await joinWorkshop(lakshmiPhone.page, server.url, lakshmi, await inviteCode(meera.page, server.url));
    for (const person of [meera, imranPhone, lakshmiPhone]) person.console.expectNetworkErrors(true);
  });

  afterAll(async () => {
    for (const person of [meera, imranPhone, lakshmiPhone]) await person.close();
    await server.dispose();
  });

  beforeEach(() => {
    onTestFailed(async () => {
      for (const [name, { page }] of Object.entries({ meera, imranPhone, lakshmiPhone })) {
        process.stderr.write(`\n${name} at ${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`);
      }
    });
  });

  it('lets a manager work on without signal while the owner gives the job to another', async () => {
    number = await openStoryJob(imranPhone.page);
    path = new URL(imranPhone.page.url()).pathname;
    await imranPhone.page.getByRole('button', { name: 'All sent' }).waitFor({ timeout: waitMs });
    await imranPhone.context.setOffline(true);
    await payCash(imranPhone.page, '500');
    await imranPhone.page.getByRole('button', { name: 'Edit the card' }).click();
    await imranPhone.page.getByLabel('Worker').fill('Suresh');
    await imranPhone.page.getByRole('button', { name: 'Save changes' }).click();
    await imranPhone.page.getByRole('button', { name: '2 on this phone' }).waitFor();

    await openJob(meera);
    const { page } = meera;
    await page.getByRole('button', { name: 'Move to another desk' }).click();
    const sheet = page.getByRole('dialog', { name: 'Move to another desk' });
    await sheet.getByText('Imran Shaikh no longer sees this job after the next sync').waitFor();
    await sheet.getByRole('radio', { name: 'Lakshmi Narayanan' }).check();
    expect(await faults(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Move to Lakshmi Narayanan' }).click();
    await page.getByText('Moved from Imran Shaikh to Lakshmi Narayanan').waitFor();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  });

  it('brings it to the other desk with all that was written before', async () => {
    const { page } = lakshmiPhone;
    await page.goto(`${server.url}/jobs`);
    await page.getByRole('link', { name: /Raj Kumar/ }).click({ timeout: waitMs });
    await page.getByText('Moved from Imran Shaikh to Lakshmi Narayanan').waitFor({ timeout: waitMs });
    await slip(page, '₹1,000').waitFor({ timeout: waitMs });
  });

  it('takes it off the first phone: list, screen and databases', async () => {
    const { page } = imranPhone;
    await imranPhone.context.setOffline(false);
    await page
      .getByText(/is not on this phone|belongs to another desk/)
      .first()
      .waitFor({ timeout: waitMs });
    await page.getByRole('button', { name: /not accepted/ }).waitFor({ timeout: waitMs });
    await page.goto(`${server.url}/jobs`);
    await page.getByText('No car at your desk.').waitFor({ timeout: waitMs });
    // Only what the server refused, which is this person's own writing, still names it.
    await expect
      .poll(() => storesWith(page, number), { timeout: waitMs })
      .toSatisfy((stores: readonly string[]) => stores.every((store) => store.endsWith('/tray')));
    await page.goto(`${server.url}/not-accepted`);
    await page
      .getByText(/went to another desk before your change arrived/)
      .first()
      .waitFor();
    await page.getByText('Timeline: Changed: worker').waitFor();
    await page.getByRole('button', { name: 'Ask the owner' }).first().waitFor();
    // The job is not here: there is nothing to correct it in.
    expect(await page.getByRole('link', { name: 'Correct' }).count()).toBe(0);
  });

  it('accepts the late money and passes it on to the desk that has the job', async () => {
    for (const person of [lakshmiPhone, meera]) {
      await openJob(person);
      const late = slip(person.page, '₹500');
      await late.getByText('taken by Imran Shaikh').waitFor({ timeout: waitMs });
    }
    await imranPhone.page.goto(`${server.url}/today`);
    await imranPhone.page.getByText('Cash with you').waitFor();
    expect(await imranPhone.page.locator('main').innerText()).toMatch(/Cash with you\s*₹1,500/);
  });

  it('shows the refused change to the owner, who lets it in', async () => {
    const { page } = meera;
    await page.goto(`${server.url}/day-book`);
    await page.getByRole('link', { name: /entr(y|ies) of Imran Shaikh w/ }).click({ timeout: waitMs });
    await page.getByRole('heading', { level: 1, name: 'Not accepted' }).waitFor();
    const change = page.getByRole('listitem').filter({ hasText: `Change of job ${number}` });
    await change.getByText('Suresh').waitFor();
    expect(await change.getByText('Other details').count()).toBe(0);
    await page.getByRole('listitem').filter({ hasText: 'Changed: worker' }).first().waitFor();
    await change.getByText('The job had moved to another desk before this arrived.').waitFor();
    await page.getByRole('link', { name: 'Call Imran Shaikh' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await change.getByRole('button', { name: 'Accept it anyway' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Accept it' }).click();
    await page.getByText(`Accepted: Change of job ${number}`).waitFor({ timeout: waitMs });
    await change.waitFor({ state: 'detached' });
    await openJob(lakshmiPhone);
    await lakshmiPhone.page.getByText('Suresh').first().waitFor({ timeout: waitMs });
  });

  it('tells the owner who changed what and when it arrived', async () => {
    const { page } = meera;
    await openJob(meera);
    await page.getByRole('link', { name: 'History' }).click();
    const lines = page.getByRole('list').filter({ hasText: 'arrived' });
    await lines.getByText('Written down').waitFor({ timeout: waitMs });
    await lines.getByText('Changed: desk').waitFor();
    await lines.getByText('an owner let it in').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it("hands a removed manager's unsent work over to the owner", async () => {
    await lakshmiPhone.context.setOffline(true);
    await payCash(lakshmiPhone.page, '700');
    await lakshmiPhone.page.getByRole('button', { name: '1 on this phone' }).waitFor();
    const { page } = meera;
    await page.goto(`${server.url}/team`);
    await page.getByRole('button', { name: /Lakshmi Narayanan/ }).click();
    await page.getByRole('link', { name: 'Remove from workshop' }).click();
    await page.getByRole('button', { name: 'Remove from workshop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove from workshop' }).click();
    await page.getByRole('heading', { name: /No longer here/ }).waitFor({ timeout: waitMs });

    await lakshmiPhone.context.setOffline(false);
    const removed = lakshmiPhone.page;
    await removed
      .getByRole('heading', { name: 'You were removed from Pro Auto Workshop' })
      .waitFor({ timeout: waitMs });
    await removed.getByText(/Handed over: 1 entry \(₹700\)/).waitFor({ timeout: waitMs });
    expect(await faults(removed)).toEqual([]);

    await page.goto(`${server.url}/team/not-accepted`);
    const money = page.getByRole('listitem').filter({ hasText: '₹700' });
    await money.getByText(/handed in .* after the removal/).waitFor({ timeout: waitMs });
    await money.getByRole('button', { name: 'Accept it anyway' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Accept it' }).click();
    await page.getByText('Accepted: Payment · Cash').waitFor({ timeout: waitMs });
    await openJob(meera);
    await slip(page, '₹700').waitFor({ timeout: waitMs });
  });

  it('deletes the workshop from the phone of the removed once the owner has everything', async () => {
    const { page } = lakshmiPhone;
    await page.getByText(/is deleted here/).waitFor({ timeout: wipeMs });
    const stored = await everythingStored(page);
    expect(stored.filter((id) => /^(job|jobEvent|payment|customer|vehicle|visit)/.test(id))).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out of this workshop' }).click();
    await page.getByRole('link', { name: /Create your workshop/ }).waitFor({ timeout: waitMs });
  });

  it('printed nothing to the console that was not about the missing network', () => {
    expect([meera, imranPhone, lakshmiPhone].flatMap((person) => person.console.problems())).toEqual([]);
  });
});
