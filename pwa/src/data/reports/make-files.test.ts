import { balanceOf, ledgerOf, money, seededWorkshop, type AnyDocument } from '@revops/domain';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { buildActs } from '../save/build-acts.ts';
import { testPhone, zone, type TestPhone } from '../testing/phone.ts';
import { bookSheets } from './book-sheets.ts';
import { makeCsv, makeWorkbook } from './make-files.ts';
import { readBook } from './read-book.ts';

const now = '2026-05-01T06:00:00.000Z';
const locale = { currency: 'INR', timeZone: zone };
const everything = { desk: 'all', timeZone: zone };

describe('a workbook that a phone makes of its own rows', () => {
  let phone: TestPhone;
  let documents: readonly AnyDocument[];
  let own: Parameters<typeof readBook>[1];
  const at = { now, today: '2026-05-01' };

  beforeAll(async () => {
    const workshop = seededWorkshop({ seed: 5, jobs: 240, now, timeZone: zone });
    documents = [...workshop.documents];
    const [owner] = workshop.people;
    if (owner === undefined) throw new Error('nobody');
    own = { ...owner, deviceCode: owner.code, role: 'owner' };
    phone = await testPhone({ role: 'owner', userId: owner.userId });
    await applyPulled(
      phone.db,
      documents.map((body) => ({ id: body._id, rev: '1-a', body })),
    );
  }, 60_000);

  const book = () => readBook(phone.db, own, everything, at);
  const read = async (blob: Blob) => readExcelFile(Buffer.from(await blob.arrayBuffer()));

  test('is read back by another library with dates as dates, money as numbers and sums as in the ledger', async () => {
    const held = await book();
    const sheets = await read(await makeWorkbook(bookSheets(held), locale));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Jobs',
      'Payments',
      'Dues',
      'Hand-overs',
      'Discounts',
      'Deposits',
      'Closes',
      'People',
      'Phones',
    ]);
    const column = (name: string, title: string): unknown[] => {
      const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
      return rows.map((row) => row[head.indexOf(title)]);
    };
    expect(column('Jobs', 'Number')).toEqual(held.jobs.map(({ job }) => job.number));
    for (const opened of column('Jobs', 'Opened')) expect(opened).toBeInstanceOf(Date);
    const paisa = (values: readonly unknown[]): number =>
      values.reduce<number>((sum, value) => sum + Math.round(Number(value ?? 0) * 100), 0);
    const ledger = [...ledgerOf(documents, zone)];
    const counted = ledger.filter(([key]) => /^money\|.*\|(?:waiting|confirmed)\|/.test(key));
    expect(paisa(column('Payments', 'Counted'))).toBe(counted.reduce((sum, [, one]) => sum + one.amount, 0));
    const waived = ledger.filter(([key]) => /^waived\|.*\|confirmed\|/.test(key));
    expect(paisa(column('Discounts', 'Counted'))).toBe(waived.reduce((sum, [, one]) => sum + one.amount, 0));
    const amounts = (type: string, field: string): number =>
      documents.filter((one) => one.type === type).reduce((sum, one) => sum + Number(one[field]), 0);
    expect(paisa(column('Deposits', 'Amount'))).toBe(amounts('deposit', 'amount'));
    expect(paisa(column('Closes', 'Difference'))).toBe(
      amounts('dayClose', 'counted') - amounts('dayClose', 'expected'),
    );
    expect(
      Math.min(...['waiver', 'deposit', 'dayClose'].map((type) => amounts(type, 'offset'))),
    ).toBeGreaterThan(0);
    const due = ledger.filter(([key]) => key.startsWith('due|'));
    expect(paisa(column('Dues', 'Balance'))).toBe(due.reduce((sum, [, one]) => sum + one.amount, 0));
    expect(paisa(column('Jobs', 'Balance'))).toBe(
      held.jobs.reduce((sum, { job, received }) => sum + balanceOf(job, received), 0),
    );
  }, 60_000);

  test('what is saved while it is read is in it, on every sheet', async () => {
    let isFirst = true;
    let saved: Promise<unknown> = Promise.resolve();
    const held = await readBook(phone.db, own, everything, at, {
      onProgress() {
        if (!isFirst) return;
        isFirst = false;
        saved = phone.save(
          buildActs.openJob({
            plate: 'MH12ZZ0001',
            customerName: '=cmd()',
            estimatedAmount: money(100_000),
            advance: { amount: money(50_000), method: 'cash' },
          }),
        );
      },
    });
    await saved;
    const job = held.jobs.find((row) => row.job.vehicleNumber === 'MH12ZZ0001');
    expect(job?.received.confirmed).toBe(50_000);
    expect(held.payments.filter(({ payment }) => payment.jobId === job?.job._id)).toHaveLength(1);
    const [jobs] = bookSheets(held);
    if (jobs === undefined) throw new Error('no sheet');
    const csv = await (await makeCsv(jobs, locale)).text();
    expect(csv).toContain("'=cmd()");
  }, 60_000);

  test('is given up at once when somebody says so, while it is read and while it is written', async () => {
    const stop = new AbortController();
    const reading = readBook(phone.db, own, everything, at, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(reading).rejects.toThrow('aborted');
    const held = await book();
    const later = new AbortController();
    const writing = makeWorkbook(bookSheets(held), locale, {
      signal: later.signal,
      onProgress: () => later.abort(),
    });
    await expect(writing).rejects.toThrow('aborted');
  }, 60_000);
});
