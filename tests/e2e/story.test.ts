import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import {
  createWorkshop,
  imran,
  inviteCode,
  joinWorkshop,
  lakshmi,
  owner,
  stranger,
} from './support/accounts.ts';
import { desk, openPerson, phone, type Person } from './support/browser.ts';
import { addUpiAddress, openStoryJob, payByUpi, payTooMuch, slip } from './support/job-steps.ts';
import { everythingStored, rawSync } from './support/leaks.ts';
import { openCar } from './support/open-car.ts';
import { testServer, type TestServer } from './support/server.ts';

const waitMs = 10_000;

describe('the main job, from an offline phone to the desk of the owner', () => {
  let server: TestServer;
  let meera: Person;
  let imranPhone: Person;
  let lakshmiPhone: Person;
  let otherOwner: Person;
  const jobUrl = (): string => new URL(imranPhone.page.url()).pathname;
  let path = '';

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    meera = await openPerson('owner', { viewport: desk });
    imranPhone = await openPerson('imran', { viewport: phone, touch: true });
    lakshmiPhone = await openPerson('lakshmi', { viewport: phone, touch: true });
    otherOwner = await openPerson('stranger', { viewport: desk });
  });

  afterAll(async () => {
    for (const person of [meera, imranPhone, lakshmiPhone, otherOwner]) await person.close();
    await server.dispose();
  });

  beforeEach(() => {
    onTestFailed(async () => {
      for (const [name, { page }] of Object.entries({ meera, imranPhone, lakshmiPhone, otherOwner })) {
        process.stderr.write(`\n${name} at ${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`);
      }
    });
  });

  it('offers a workshop, a code or a demo on the first page', async () => {
    await meera.page.goto(server.url);
    await meera.page.getByRole('link', { name: /Create your workshop/ }).waitFor();
    await meera.page.getByRole('link', { name: /Join with a code/ }).waitFor();
    await meera.page.getByRole('button', { name: /demo workshop/ }).waitFor();
  });

  it('lets an owner create a workshop and two managers join by code', async () => {
    await createWorkshop(meera.page, server.url, owner, 'Pro Auto Workshop');
    await addUpiAddress(meera.page, server.url, 'proauto@okbank');
    for (const [person, account] of [
      [imranPhone, imran],
      [lakshmiPhone, lakshmi],
    ] as const) {
      await joinWorkshop(person.page, server.url, account, await inviteCode(meera.page, server.url));
    }
    await createWorkshop(otherOwner.page, server.url, stranger, 'Rao Motors');
    await meera.page.getByRole('link', { name: 'Payments' }).click();
    await meera.page.getByText('Nothing waits for you').waitFor();
    await imranPhone.page.getByRole('button', { name: 'All sent' }).waitFor();
  });

  it('records job, move and money on a phone without signal and without a server', async () => {
    const { page } = imranPhone;
    imranPhone.console.expectNetworkErrors(true);
    meera.console.expectNetworkErrors(true);
    lakshmiPhone.console.expectNetworkErrors(true);
    otherOwner.console.expectNetworkErrors(true);
    await imranPhone.context.setOffline(true);
    await server.stop();
    await openStoryJob(page);
    path = jobUrl();
    await page.getByRole('button', { name: 'Start work' }).click();
    await page.getByText('Not started → In work').waitFor();
    await payByUpi(page, '2000');
    await payTooMuch(page, '20000');
    await slip(page, '₹20,000').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Typed a zero too many');
    await page.getByRole('button', { name: 'Cancel this payment' }).click();
    await slip(page, '₹20,000').getByText('Cancelled').waitFor();
    await page.getByRole('button', { name: '5 on this phone' }).waitFor();
  });

  it('has everything again after the browser was killed, still offline', async () => {
    const page = await imranPhone.killAndReopen({ offline: true });
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByText('Cash with you').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Cash with you\s*₹1,000/);
    await page.getByRole('button', { name: '5 on this phone' }).waitFor();
    await page.getByRole('link', { name: /Raj Kumar/ }).click();
    expect(await page.getByRole('region', { name: 'Bill and money' }).innerText()).toMatch(
      /Still to collect\s*₹2,000/,
    );
    await slip(page, '₹20,000').getByText('Typed a zero too many').waitFor();
  });

  it("shows all of it in the owner's open window without a reload once there is signal", async () => {
    await server.start();
    await imranPhone.context.setOffline(false);
    await meera.page.getByRole('row', { name: /Raj Kumar.*₹2,000/ }).waitFor({ timeout: waitMs });
    await meera.page.getByRole('row', { name: /Raj Kumar.*₹1,000/ }).waitFor({ timeout: waitMs });
    await imranPhone.page.getByRole('button', { name: 'All sent' }).waitFor({ timeout: waitMs });
    await meera.page.getByRole('link', { name: 'Jobs', exact: true }).click();
    await meera.page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await openCar(meera.page, /Raj Kumar/);
    await meera.page.getByText('Not started → In work').waitFor();
    await meera.page.getByText('Car taken in').waitFor();
  });

  it('brings confirmation and rejection to both screens, and the rejection to the top of Today', async () => {
    await slip(meera.page, '₹1,000').getByRole('button', { name: 'Confirm' }).click();
    await slip(meera.page, '₹2,000').getByRole('button', { name: 'Reject' }).click();
    await meera.page.getByRole('dialog').getByLabel('Reason').fill('Not in the bank');
    await meera.page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    for (const { page } of [meera, imranPhone]) {
      await page
        .getByRole('region', { name: 'Bill and money' })
        .getByText('₹4,000')
        .waitFor({ timeout: waitMs });
    }
    await imranPhone.page.goto(`${server.url}/today`);
    const first = imranPhone.page.getByRole('listitem').first();
    await first.getByText(/Not in the bank/).waitFor({ timeout: waitMs });
    await first.getByRole('link', { name: /Call/ }).waitFor();
    expect(await imranPhone.page.locator('main').innerText()).toMatch(/Cash with you\s*₹1,000/);
    await meera.page.goto(`${server.url}/day-book`);
    await meera.page.getByRole('row', { name: /Imran Shaikh.*₹1,000/ }).waitFor();
  });

  it('lets the owner take the rejection back and confirm', async () => {
    await meera.page.goto(server.url + path);
    await slip(meera.page, '₹2,000').getByRole('button', { name: 'Take back' }).click();
    await slip(meera.page, '₹2,000').getByRole('button', { name: 'Confirm' }).click();
    await imranPhone.page.goto(server.url + path);
    for (const { page } of [meera, imranPhone]) {
      await slip(page, '₹2,000').getByText('Confirmed').waitFor({ timeout: waitMs });
      expect(await page.getByRole('region', { name: 'Bill and money' }).innerText()).toMatch(
        /Still to collect\s*₹2,000/,
      );
    }
  });

  it('keeps both edits when two people change different fields apart, and agrees on one status', async () => {
    await imranPhone.context.setOffline(true);
    await imranPhone.page.getByRole('button', { name: 'Edit the card' }).click();
    await imranPhone.page.getByLabel('Worker').fill('Suresh');
    await imranPhone.page.getByRole('button', { name: 'Save changes' }).click();
    await meera.page.getByRole('button', { name: 'Edit the card' }).click();
    await meera.page.getByLabel('Parts').fill('Oil filter');
    await meera.page.getByRole('button', { name: 'Save changes' }).click();
    await imranPhone.page.getByRole('button', { name: 'Work is done' }).click();
    await meera.page.getByRole('button', { name: 'Other moves' }).click();
    await meera.page
      .getByRole('dialog')
      .getByRole('button', { name: /Wait for parts/ })
      .click();
    await meera.page.getByText('In work → Waiting for parts').waitFor();
    await imranPhone.context.setOffline(false);
    for (const { page } of [meera, imranPhone]) {
      await page.getByText('Suresh').first().waitFor({ timeout: waitMs });
      await page.getByText('Oil filter').first().waitFor({ timeout: waitMs });
      await page.getByText('In work → Waiting for parts').waitFor({ timeout: waitMs });
      await page.getByText('In work → Ready').waitFor({ timeout: waitMs });
    }
    await imranPhone.page.getByRole('button', { name: 'All sent' }).waitFor({ timeout: waitMs });
    const nextMove = async (person: Person): Promise<string> =>
      (
        await person.page.getByRole('list', { name: 'Progress' }).locator('[aria-current]').innerText()
      ).trim();
    await expect.poll(() => nextMove(imranPhone), { timeout: waitMs }).toBe(await nextMove(meera));
  });

  it('gives the second manager and another workshop nothing of it', async () => {
    await lakshmiPhone.page.goto(`${server.url}/jobs`);
    await lakshmiPhone.page.getByRole('button', { name: 'All sent' }).waitFor({ timeout: waitMs });
    expect(await lakshmiPhone.page.getByText('Raj Kumar').count()).toBe(0);
    const stored = await everythingStored(lakshmiPhone.page);
    expect(stored.filter((id) => /^(job|jobEvent|payment)/.test(id))).toEqual([]);
    expect(stored.some((id) => id.startsWith('vehicle:'))).toBe(true);
    const seen = await rawSync(lakshmiPhone.page);
    expect(seen.changes).not.toMatch(/"(job|jobEvent|payment\w*):/);
    const foreign = await everythingStored(otherOwner.page);
    expect(foreign.filter((id) => /^(job|jobEvent|payment|customer|vehicle)/.test(id))).toEqual([]);
    const foreignSync = await rawSync(otherOwner.page, seen.workshopId);
    expect(foreignSync.status).toBeGreaterThanOrEqual(401);
    expect(foreignSync.changes).not.toContain('Raj Kumar');
  });

  it('is installable and starts without a server', async () => {
    const manifest = await fetch(`${server.url}/manifest.webmanifest`).then(
      (response) => response.json() as Promise<Record<string, unknown>>,
    );
    expect(manifest).toMatchObject({ display: 'standalone', start_url: expect.any(String) as string });
    const session = await imranPhone.context.newCDPSession(imranPhone.page);
    const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
      installabilityErrors: { errorId: string }[];
    };
    expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    );
  });

  it('printed nothing to the console that was not about the missing network', () => {
    expect(
      [meera, imranPhone, lakshmiPhone, otherOwner].flatMap((person) => person.console.problems()),
    ).toEqual([]);
  });
});
