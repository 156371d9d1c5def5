import { expect } from 'vitest';
import { owner } from './accounts.ts';
import { readCsv } from './day-csv.ts';
import { reportFile } from './day-downloads.ts';
import type { DayLedger } from './day-ledger.ts';
import { officeSums } from './day-office.ts';
import { workbookOnServer } from './day-server.ts';
import type { DayStage } from './day-stage.ts';
import { readWorkbook, sumsOf, workbookOf, type BookSums } from './day-workbook.ts';

/** What the worker of one job is called: something that a spreadsheet would run. */
interface Typed {
  readonly formula: string;
}

async function checkWorkbook(file: Buffer, expected: BookSums, { formula }: Typed): Promise<void> {
  const read = await readWorkbook(file);
  const { Phones, Discounts, Deposits, Closes, ...sums } = read.sums;
  expect(sums).toEqual(expected);
  expect(Discounts?.sums['Counted']).toBe(expected['Jobs']?.sums['Discount']);
  expect([Deposits, Closes].every((sheet) => sheet !== undefined)).toBe(true);
  expect(Phones?.sums['Entries missing']).toBe(0);
  expect(read.misfits).toEqual([]);
  expect(read.cells('Jobs', 'Worker')).toContain(formula);
}

/** The workbook of the owner's device, made without signal, the server's and two lists as CSV, against the book. */
export async function checkExports(
  { meera, server }: DayStage,
  book: DayLedger,
  typed: Typed,
): Promise<void> {
  const ofDevice = workbookOf(book);
  const { Dues: _ofDevice, ...ofServer } = ofDevice;
  await meera.context.setOffline(true);
  const made = await reportFile(meera.page, `${server.url}/reports?report=payments`, /^Excel:/);
  const payments = await reportFile(meera.page, `${server.url}/reports?report=payments`, /^CSV:/);
  const jobs = await reportFile(meera.page, `${server.url}/reports?report=jobs`, /^CSV:/);
  await meera.context.setOffline(false);
  await checkWorkbook(made, ofDevice, typed);
  await checkWorkbook(await workbookOnServer(server.url, owner.email), ofServer, typed);
  const office = officeSums(made);
  if (office !== undefined) expect(office).toMatchObject(ofDevice);
  const [paid, done] = [readCsv(payments.toString('utf8')), readCsv(jobs.toString('utf8'))];
  expect(sumsOf('Payments', paid)).toEqual(ofDevice['Payments']);
  expect(sumsOf('Jobs', done)).toEqual(ofDevice['Jobs']);
  // A workbook says which cells are texts; here only the apostrophe does.
  expect(done.flat()).toContain(`'${typed.formula}`);
  expect(done.flat()).not.toContain(typed.formula);
}
