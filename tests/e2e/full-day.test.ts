import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, lakshmi, owner } from './support/accounts.ts';
import { desk, openPerson, phone, type Person } from './support/browser.ts';
import { DayLedger, type Car, type Slip } from './support/day-ledger.ts';
import {
  addUtr,
  deliverAndCollect,
  deposit,
  findByDigits,
  giveBack,
  handOver,
  pay,
  rupeesOf,
  stillToCollect,
  takeIn,
  takeInAgain,
  takeLeave,
  toJob,
} from './support/day-steps.ts';
import {
  cashOnPhone,
  dayBookRows,
  figuresOnScreen,
  figuresOnServer,
  sumsOfWorkbook,
} from './support/day-figures.ts';
import { Hand } from './support/hand.ts';
import { hasEveryPart } from './support/has-every-part.ts';
import { hasWorker } from './support/has-worker.ts';
import { addUpiAddress, slip } from './support/job-steps.ts';
import { testServer, type TestServer } from './support/server.ts';

const waitMs = 15_000;

const city = {
  plate: 'MH12AB1234',
  name: 'Raj Kumar',
  phone: '9876543210',
  model: 'Honda City',
  estimate: 5000,
};
const swift = {
  plate: 'MH14CD5678',
  name: 'Asha Patil',
  phone: '9822012345',
  model: 'Swift',
  estimate: 3000,
};
const [boss, first, second] = [owner.name, imran.name, lakshmi.name];

describe('a full day of a workshop, half of it without signal', () => {
  const book = new DayLedger();
  let server: TestServer;
  let meera: Person;
  let imranPhone: Person;
  let lakshmiPhone: Person;
  let hands: Hand[] = [];
  let upiOfSwift: Slip;
  let small: Slip;
  let again: Car;
  const everybody = (): Person[] => [meera, imranPhone, lakshmiPhone];
  const cars = {
    city: book.takeIn(city.name, first, city.estimate),
    swift: book.takeIn(swift.name, second, swift.estimate),
  };

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    meera = await openPerson('owner', { viewport: desk });
    imranPhone = await openPerson('imran', { viewport: phone, touch: true });
    lakshmiPhone = await openPerson('lakshmi', { viewport: phone, touch: true });
    await createWorkshop(meera.page, server.url, owner, 'Pro Auto Workshop');
    await addUpiAddress(meera.page, server.url, 'proauto@okbank');
    await meera.page.goto(`${server.url}/more/workshop`);
    await meera.page.getByLabel('Managers may let off up to').fill('500');
    await meera.page.getByRole('button', { name: 'Save' }).click();
    await meera.page.getByRole('button', { name: 'All sent' }).waitFor();
    await joinWorkshop(imranPhone.page, server.url, imran, await inviteCode(meera.page, server.url));
    await joinWorkshop(lakshmiPhone.page, server.url, lakshmi, await inviteCode(meera.page, server.url));
    for (const { page } of [imranPhone, lakshmiPhone]) {
      await hasWorker(page);
      await hasEveryPart(page);
    }
    hands = await Promise.all(everybody().map(({ page }) => Hand.of(page)));
    for (const person of everybody()) person.console.expectNetworkErrors(true);
  });

  afterAll(async () => {
    for (const person of everybody()) await person.close();
    await server.dispose();
  });

  beforeEach(() => {
    onTestFailed(async () => {
      for (const { page } of everybody())
        process.stderr.write(`\n${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`);
    });
  });

  const offline = async (isOffline: boolean): Promise<void> => {
    for (const { context } of [imranPhone, lakshmiPhone]) await context.setOffline(isOffline);
  };
  const sent = async (): Promise<void> => {
    for (const { page } of [imranPhone, lakshmiPhone])
      await page.getByRole('button', { name: 'All sent' }).waitFor({ timeout: waitMs });
  };

  const serverSaysTheSame = () =>
    expect.poll(() => figuresOnServer(server.url, owner.email), { timeout: waitMs }).toEqual(book.figures());

  /** Every figure that the owner and the managers see now, against the book that was kept beside. */
  async function everyFigureIsRight(): Promise<void> {
    for (const [person, { page }] of [
      [first, imranPhone],
      [second, lakshmiPhone],
    ] as const)
      await expect
        .poll(() => cashOnPhone(page, server.url), { timeout: waitMs })
        .toBe(rupeesOf(book.cash(person)));
    await expect
      .poll(() => dayBookRows(meera.page, server.url), { timeout: waitMs })
      .toEqual({
        ...Object.fromEntries(
          (['Cash', 'UPI', 'Card'] as const).map((method) => [
            method,
            (['confirmed', 'waiting', 'rejected'] as const).map((state) => book.money(method, state)),
          ]),
        ),
        cash: Object.fromEntries([boss, first, second].map((person) => [person, book.cash(person)])),
      });
    await expect.poll(() => figuresOnScreen(meera.page), { timeout: waitMs }).toEqual(book.figures());
    await serverSaysTheSame();
  }

  it('takes cars in on two phones without signal', async () => {
    await offline(true);
    await takeIn(imranPhone.page, city);
    expect(hands[1]?.take().taps).toBeLessThanOrEqual(14);
    await takeIn(lakshmiPhone.page, swift);
    expect(hands[2]?.take().taps).toBeLessThanOrEqual(14);
    await toJob(imranPhone.page, server.url, city.name);
    await imranPhone.page.getByRole('button', { name: 'Start work' }).click();
    await pay(imranPhone.page, 1000, 'Cash');
    await pay(imranPhone.page, 2000, 'UPI');
    expect(await stillToCollect(imranPhone.page)).toBe('₹2,000');
    await toJob(lakshmiPhone.page, server.url, swift.name);
    await pay(lakshmiPhone.page, 1200, 'UPI');
    await pay(lakshmiPhone.page, 300, 'Cash');
    expect(await cashOnPhone(imranPhone.page, server.url)).toBe('₹1,000');
  });

  it('brings all of it to the owner with the signal', async () => {
    const cash = book.pay(cars.city, 1000, 'Cash', first);
    const upi = book.pay(cars.city, 2000, 'UPI', first);
    upiOfSwift = book.pay(cars.swift, 1200, 'UPI', second);
    small = book.pay(cars.swift, 300, 'Cash', second);
    await offline(false);
    await sent();
    await everyFigureIsRight();
    const { page } = meera;
    await page.goto(`${server.url}/payments`);
    await page.getByRole('row', { name: /₹1,000/ }).waitFor({ timeout: waitMs });
    // A rejection, its reason on the phone, and the word taken back.
    await page.getByRole('row', { name: /₹1,000/ }).click();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('Reason').fill('Not in the drawer');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    cash.state = 'rejected';
    await everyFigureIsRight();
    await imranPhone.page.goto(`${server.url}/today`);
    await imranPhone.page.getByText(/Not in the drawer/).waitFor({ timeout: waitMs });
    await page.goto(`${server.url}/jobs`);
    await page.getByRole('row', { name: /Raj Kumar/ }).click();
    await slip(page, '₹1,000').getByRole('button', { name: 'Take back' }).click();
    await slip(page, '₹1,000').getByRole('button', { name: 'Confirm' }).click();
    cash.state = 'confirmed';
    await slip(page, '₹2,000').getByRole('button', { name: 'Confirm' }).click();
    upi.state = 'confirmed';
    await everyFigureIsRight();
  });

  it('sets a bank reference that is used twice apart, until the owner has looked', async () => {
    await offline(true);
    await toJob(imranPhone.page, server.url, city.name);
    await addUtr(imranPhone.page, 2000, 'UTR123456789');
    await offline(false);
    await sent();
    await offline(true);
    await toJob(lakshmiPhone.page, server.url, swift.name);
    await addUtr(lakshmiPhone.page, 1200, 'UTR123456789');
    await offline(false);
    await sent();
    const { page } = meera;
    await page.goto(`${server.url}/jobs`);
    await page.getByRole('row', { name: /Asha Patil/ }).click();
    await page.getByRole('button', { name: 'Confirm anyway' }).click({ timeout: waitMs });
    upiOfSwift.state = 'confirmed';
    await everyFigureIsRight();
  });

  it('delivers, collects and lets off in one sheet, gives money back, hands cash over, all without signal', async () => {
    await offline(true);
    await toJob(imranPhone.page, server.url, city.name);
    await imranPhone.page.getByRole('button', { name: 'Work is done' }).click();
    hands[1]?.take();
    await deliverAndCollect(imranPhone.page, { discount: 300 });
    // Two of them for the discount, which most cars do without.
    expect(hands[1]?.take().taps).toBeLessThanOrEqual(5 + 2);
    cars.city.isDone = true;
    cars.city.waived = 300;
    const collected = book.pay(cars.city, 1700, 'Cash', first);
    await lakshmiPhone.page.goto(`${server.url}/today`);
    hands[2]?.take();
    await takeInAgain(lakshmiPhone.page, { ...swift, estimate: 900 });
    expect(hands[2]?.take().taps).toBeLessThanOrEqual(8);
    await lakshmiPhone.page.goto(`${server.url}/today`);
    hands[2]?.take();
    await findByDigits(lakshmiPhone.page, '5678');
    const found = hands[2]?.take();
    expect((found?.taps ?? 99) + '5678'.length).toBeLessThanOrEqual(6);
    again = book.takeIn(swift.name, second, 900);
    await lakshmiPhone.page.goto(`${server.url}/jobs`);
    await handOver(imranPhone.page, server.url, { 500: 5, 100: 2 });
    await offline(false);
    await sent();
    await everyFigureIsRight();
    await meera.page.goto(`${server.url}/hand-overs`);
    await meera.page.getByRole('button', { name: 'I have ₹2,700' }).click({ timeout: waitMs });
    await meera.page.getByText('Hand-over confirmed').waitFor();
    collected.state = 'confirmed';
    book.handOver(first, boss, 2700);
    await everyFigureIsRight();
  });

  it('confirms fourteen payments with two keys', async () => {
    await offline(true);
    const { page } = lakshmiPhone;
    await toJob(page, server.url, swift.name);
    for (let paid = 0; paid < 13; paid += 1) await pay(page, 50, 'Cash');
    await offline(false);
    await sent();
    const slips = [small, ...Array.from({ length: 13 }, () => book.pay(again, 50, 'Cash', second))];
    await meera.page.goto(`${server.url}/payments`);
    await expect
      .poll(() => meera.page.getByRole('table').getByRole('row').count(), { timeout: waitMs })
      .toBe(15);
    hands[0]?.take();
    await meera.page.keyboard.press('a');
    await meera.page.keyboard.press('c');
    await meera.page.getByText('Nothing waits for you').waitFor();
    expect(hands[0]?.take()).toEqual({ taps: 0, keys: 2 });
    for (const one of slips) one.state = 'confirmed';
    await everyFigureIsRight();
  });

  it('gives money back, brings cash to the bank and lets a person go', async () => {
    await toJob(lakshmiPhone.page, server.url, swift.name);
    await giveBack(lakshmiPhone.page, 150);
    book.pay(again, -150, 'Cash', second);
    await deposit(meera.page, server.url, 2000);
    book.handOver(boss, undefined, 2000);
    await sent();
    await everyFigureIsRight();
    await takeLeave(meera.page, server.url, second, book.cash(second));
    book.handOver(second, boss, book.cash(second));
    await serverSaysTheSame();
    expect(await sumsOfWorkbook(server.url, owner.email)).toEqual({
      jobs: book.figures().totalJobs,
      received: book.figures().totalCollected,
    });
  });

  it('printed nothing to the console that was not about the missing network', () => {
    expect(everybody().flatMap((person) => person.console.problems())).toEqual([]);
  });
});
