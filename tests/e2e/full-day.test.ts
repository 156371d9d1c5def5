import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { imran, lakshmi, owner } from './support/accounts.ts';
import { cashOnPhone } from './support/day-cash-screens.ts';
import { dayChecks } from './support/day-check.ts';
import { checkExports } from './support/day-exports.ts';
import { billOnScreen } from './support/day-job-screens.ts';
import { DayLedger, type Car, type Slip } from './support/day-ledger.ts';
import { deposit, reassign, takeLeave } from './support/day-owner-steps.ts';
import { paperOf } from './support/day-papers.ts';
import { takePhoto, widthOfPhoto } from './support/day-photos.ts';
import { openDay, type DayStage } from './support/day-stage.ts';
import {
  addUtr,
  deliverAndCollect,
  findByDigits,
  giveBack,
  handOver,
  pay,
  setWorker,
  showCode,
  stillToCollect,
  takeIn,
  takeInAgain,
  toJob,
} from './support/day-steps.ts';
import { slip } from './support/job-steps.ts';

const waitMs = 20_000;

const city = {
  plate: 'MH12AB1234',
  name: 'Raj Kumar',
  phone: '9876543210',
  model: 'Honda City',
  estimate: 5000,
};
// Half of the name is in letters that no font of the papers has.
const swift = {
  plate: 'MH14CD5678',
  name: 'Asha Patil आशा',
  phone: '9822012345',
  model: 'Swift',
  estimate: 3000,
};
/** What a spreadsheet would run as a formula. */
const formula = '=1+1';
const [boss, first, second] = [owner.name, imran.name, lakshmi.name];

describe('a full day of a workshop, half of it without signal', () => {
  const book = new DayLedger([boss, first, second]);
  const paths = { city: '', swift: '', again: '' };
  let cars: { readonly city: Car; readonly swift: Car };
  let day: DayStage;
  let url: string;
  let see: ReturnType<typeof dayChecks>;
  let upiOfSwift: Slip;
  let small: Slip;
  let again: Car;

  beforeAll(async () => {
    day = await openDay(waitMs);
    url = day.server.url;
    see = dayChecks(day, book, waitMs);
  });

  afterAll(() => day.close());

  beforeEach(() => {
    onTestFailed(async () => void process.stderr.write(await day.screens()));
  });

  const withoutSignal = (): Promise<void> => day.offline(true, day.imran, day.lakshmi);
  const withSignal = async (): Promise<void> => {
    await day.offline(false, day.imran, day.lakshmi);
    await day.sent(day.imran, day.lakshmi);
  };

  it('takes cars in on two phones without signal, one with a photo', async () => {
    await withoutSignal();
    const [one, two] = [day.imran.page, day.lakshmi.page];
    paths.city = await takeIn(one, city);
    expect(day.imran.hand.take().taps).toBeLessThanOrEqual(14);
    await takePhoto(one, 'Before');
    paths.swift = await takeIn(two, swift);
    expect(day.lakshmi.hand.take().taps).toBeLessThanOrEqual(14);
    await toJob(one, url + paths.city);
    await one.getByRole('button', { name: 'Start work' }).click();
    await setWorker(one, formula);
    await pay(one, 1000, 'Cash');
    await pay(one, 2000, 'UPI');
    expect(await stillToCollect(one)).toBe('₹2,000');
    await toJob(two, url + paths.swift);
    await pay(two, 1200, 'UPI');
    await pay(two, 300, 'Cash');
    expect(await cashOnPhone(one, url)).toBe('₹1,000');
  });

  it('brings all of it to the owner with the signal', async () => {
    cars = {
      city: book.takeIn(city, first, city.estimate),
      swift: book.takeIn(swift, second, swift.estimate),
    };
    cars.city.status = 'in_progress';
    const cash = book.pay(cars.city, 1000, 'Cash', first);
    const upi = book.pay(cars.city, 2000, 'UPI', first);
    upiOfSwift = book.pay(cars.swift, 1200, 'UPI', second);
    small = book.pay(cars.swift, 300, 'Cash', second);
    await withSignal();
    await see.screens();
    const { page } = day.meera;
    await page.goto(`${url}/payments`);
    // A rejection, its reason on the phone, and the word taken back.
    await page.getByRole('row', { name: /₹1,000/ }).click({ timeout: waitMs });
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('Reason').fill('Not in the drawer');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    cash.state = 'rejected';
    await see.screens();
    await day.imran.page.goto(`${url}/today`);
    await day.imran.page.getByText(/Not in the drawer/).waitFor({ timeout: waitMs });
    await toJob(page, url + paths.city);
    await slip(page, '₹1,000').getByRole('button', { name: 'Take back' }).click();
    await slip(page, '₹1,000').getByRole('button', { name: 'Confirm' }).click();
    cash.state = 'confirmed';
    await slip(page, '₹2,000').getByRole('button', { name: 'Confirm' }).click();
    upi.state = 'confirmed';
    await see.figures();
  });

  it('sets a bank reference that is used twice apart, until the owner has looked', async () => {
    await withoutSignal();
    await toJob(day.imran.page, url + paths.city);
    await addUtr(day.imran.page, 2000, 'UTR123456789');
    await withSignal();
    await withoutSignal();
    await toJob(day.lakshmi.page, url + paths.swift);
    await addUtr(day.lakshmi.page, 1200, 'UTR123456789');
    await withSignal();
    for (const one of book.slips) if (one.method === 'UPI') one.utr = 'UTR123456789';
    upiOfSwift.state = 'clash';
    await see.screens();
    const { page } = day.meera;
    await toJob(page, url + paths.swift);
    await page.getByRole('button', { name: 'Confirm anyway' }).click({ timeout: waitMs });
    upiOfSwift.state = 'confirmed';
    await see.figures();
  });

  it('delivers, collects and lets off in one sheet, finishes a car on credit, hands cash over, all without signal', async () => {
    await withoutSignal();
    const [one, two] = [day.imran.page, day.lakshmi.page];
    await toJob(one, url + paths.city);
    await takePhoto(one, 'After');
    await one.getByRole('button', { name: 'Work is done' }).click();
    day.imran.hand.take();
    await deliverAndCollect(one, { discount: 300 });
    // Two of them for the discount, which most cars do without.
    expect(day.imran.hand.take().taps).toBeLessThanOrEqual(5 + 2);
    cars.city.status = 'delivered';
    cars.city.waived = 300;
    const collected = book.pay(cars.city, 1700, 'Cash', first);
    await two.goto(`${url}/today`);
    day.lakshmi.hand.take();
    paths.again = await takeInAgain(two, { ...swift, estimate: 900 });
    expect(day.lakshmi.hand.take().taps).toBeLessThanOrEqual(8);
    await two.goto(`${url}/today`);
    day.lakshmi.hand.take();
    await findByDigits(two, '5678');
    expect(day.lakshmi.hand.take().taps + '5678'.length).toBeLessThanOrEqual(6);
    again = book.takeIn(swift, second, 900);
    await toJob(two, url + paths.swift);
    await two.getByRole('button', { name: 'Start work' }).click();
    await two.getByRole('button', { name: 'Work is done' }).click();
    cars.swift.status = 'completed';
    await handOver(one, url, { 500: 5, 100: 2 });
    const given = book.move(first, boss, 2700, { covers: 2, state: 'waiting' });
    await withSignal();
    await see.screens();
    await day.meera.page.goto(`${url}/hand-overs`);
    await day.meera.page.getByRole('button', { name: 'I have ₹2,700' }).click({ timeout: waitMs });
    await day.meera.page.getByText('Hand-over confirmed').waitFor();
    collected.state = 'confirmed';
    given.state = 'confirmed';
    await see.figures();
  });

  it('shows the owner the photos before and after, and the bill that the phone makes is the same', async () => {
    const { page } = day.meera;
    for (const kind of ['Before', 'After'] as const) {
      await toJob(page, url + paths.city);
      await expect.poll(() => widthOfPhoto(page, kind), { timeout: waitMs }).toBe(360);
    }
    await toJob(page, url + paths.city);
    await page.getByRole('button', { name: 'Compare before and after' }).click();
    await page.getByRole('slider').waitFor();
    expect(await billOnScreen(page, url + paths.swift)).toEqual({
      Estimate: 3000,
      'Received, confirmed': -1200,
      'Received, waiting': -300,
      'Still to collect': 1500,
    });
    await day.offline(true, day.lakshmi);
    for (const [size, widthMm] of [
      ['A4', 210],
      ['58 mm', 58],
    ] as const) {
      const paper = await paperOf(day.lakshmi.page, url + paths.swift, { paper: /^Bill/, size });
      expect(paper).toMatchObject({ pages: 1, widthMm });
      // The letters that the fonts lack are drawn by the phone.
      expect(paper.pictures).toBeGreaterThan(0);
      for (const amount of ['₹3,000.00', '−₹1,200.00', '−₹300.00', '₹1,500.00'])
        for (const said of paper.texts) expect(said).toContain(amount);
    }
    await day.offline(false, day.lakshmi);
  });

  it('agrees on cash by a code that is scanned while nobody has signal', async () => {
    const { cameras, lakshmi: giver, meera } = day;
    await day.offline(true, giver, meera);
    await handOver(giver.page, url, { 100: 3 });
    await showCode(giver.page);
    await cameras.holdOver(giver.page);
    await meera.page.goto(`${url}/money/scan`);
    await meera.page.getByRole('button', { name: 'I have ₹300' }).click({ timeout: waitMs });
    await meera.page.getByText(`You have ₹300 from ${second}`).waitFor();
    await cameras.holdOver(meera.page);
    await giver.page.getByRole('link', { name: 'Scan the answer' }).click();
    await giver.page.getByText(`${boss} agreed that ₹300 are there.`).waitFor({ timeout: waitMs });
    // The giver's phone counts the cash out of the hand only when it has heard that it may.
    expect(await cashOnPhone(giver.page, url)).toBe('₹300');
    await day.offline(false, giver, meera);
    await day.sent(giver);
    book.move(second, boss, 300, { covers: 1 });
    await see.screens();
    await meera.page.goto(`${url}/hand-overs`);
    await meera.page.getByRole('button', { name: 'Confirm the payment that it covers' }).click();
    small.state = 'confirmed';
    await see.figures();
  });

  it('confirms fourteen payments with two keys', async () => {
    await withoutSignal();
    const { page } = day.lakshmi;
    await toJob(page, url + paths.again);
    for (let paid = 0; paid < 14; paid += 1) await pay(page, 50, 'Cash');
    const slips = Array.from({ length: 14 }, () => book.pay(again, 50, 'Cash', second));
    await withSignal();
    await see.figures();
    await day.meera.page.goto(`${url}/payments`);
    await expect
      .poll(() => day.meera.page.getByRole('table').getByRole('row').count(), { timeout: waitMs })
      .toBe(15);
    day.meera.hand.take();
    await day.meera.page.keyboard.press('a');
    await day.meera.page.keyboard.press('c');
    await day.meera.page.getByText('Nothing waits for you').waitFor();
    expect(day.meera.hand.take()).toEqual({ taps: 0, keys: 2 });
    for (const one of slips) one.state = 'confirmed';
    await see.figures();
  });

  it('gives a job to the other manager, whose phone has no signal yet', async () => {
    await day.offline(true, day.imran);
    await toJob(day.meera.page, url + paths.again);
    await reassign(day.meera.page, first);
    again.desk = first;
    await day.offline(false, day.imran);
    await toJob(day.imran.page, url + paths.again);
    expect(await stillToCollect(day.imran.page)).toBe('₹200');
    await see.screens();
  });

  it('gives money back, brings cash to the bank and lets a person go', async () => {
    await toJob(day.lakshmi.page, url + paths.swift);
    await giveBack(day.lakshmi.page, 150);
    book.pay(cars.swift, -150, 'Cash', second);
    await deposit(day.meera.page, url, 2000);
    book.move(boss, undefined, 2000);
    await day.sent(day.lakshmi);
    await see.screens();
    const rest = book.cash(second);
    await takeLeave(day.meera.page, url, { name: second, rupees: rest, jobsTo: first });
    // ₹550 of fourteen payments of ₹50.
    book.move(second, boss, rest, { covers: 11 });
    cars.swift.desk = first;
    book.leave(second);
    await see.screens();
  });

  it('puts all of it into workbooks, on the device and on the server, that others read as they were meant', async () => {
    await checkExports(day, book, { formula });
  });

  it('printed nothing to the console that was not about the missing network', () => {
    expect(day.problems()).toEqual([]);
  });
});
