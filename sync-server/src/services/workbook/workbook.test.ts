import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Column } from '@revops/domain';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { until } from '#src/store/contract/contract-kit.ts';
import { sheetOf, workbook } from './workbook.ts';

interface Line {
  readonly at: string;
  readonly amount: number;
  readonly count: number;
  readonly note: string | undefined;
}

const columns: readonly Column<Line>[] = [
  { title: 'When', width: 18, kind: 'instant', of: ({ at }) => at },
  { title: 'Amount', width: 12, kind: 'money', of: ({ amount }) => amount },
  { title: 'Count', width: 8, kind: 'count', of: ({ count }) => count },
  { title: 'Note', width: 30, kind: 'text', of: ({ note }) => note },
];
const locale = { currency: 'INR', timeZone: 'Asia/Kolkata' };
const line = (more: Partial<Line> = {}): Line => ({
  at: '2026-04-01T06:30:00.000Z',
  amount: 123_456,
  count: 7,
  note: 'Oil & filter',
  ...more,
});

it('is read by another library as it was written: dates, numbers and texts, sheet by sheet', async () => {
  const lines = [line(), line({ amount: -5, note: '=1+1' }), line({ note: undefined })];
  const sheets = [
    sheetOf('First', columns, async function* pages() {
      yield lines.slice(0, 2);
      yield lines.slice(2);
    }),
    sheetOf('Empty', columns, async function* pages() {}),
  ];
  const read = await readExcelFile(await buffer(workbook(sheets, locale)));
  expect(read.map(({ sheet }) => sheet)).toEqual(['First', 'Empty']);
  const noon = new Date('2026-04-01T12:00:00.000Z');
  expect(read[0]?.data).toEqual([
    ['When', 'Amount', 'Count', 'Note'],
    [noon, 1234.56, 7, 'Oil & filter'],
    [noon, -0.05, 7, '=1+1'],
    [noon, 1234.56, 7, null],
  ]);
  expect(read[1]?.data).toEqual([['When', 'Amount', 'Count', 'Note']]);
});

it('reads no more rows than somebody takes, and none once nobody does', async () => {
  let [pages, ended] = [0, false];
  async function* endless(): AsyncGenerator<readonly Line[]> {
    try {
      for (;;) {
        pages += 1;
        // Hardly to be deflated, so that what is waiting shows.
        yield Array.from({ length: 100 }, () => line({ note: crypto.randomUUID().repeat(20) }));
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      ended = true;
    }
  }
  const client = new PassThrough();
  const sending = pipeline(workbook([sheetOf('All', columns, endless)], locale), client);
  await once(client, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 100));
  client.destroy();
  await expect(sending).rejects.toThrow('Premature close');
  await until(() => ended);
  // What was under way, and not what twenty times the buffers hold.
  expect(pages).toBeLessThan(20);
});

it('breaks off where a row cannot be read: half a workbook never looks like a whole one', async () => {
  async function* broken(): AsyncGenerator<readonly Line[]> {
    yield [line()];
    await Promise.resolve();
    throw new Error('the store went away');
  }
  const reading = buffer(workbook([sheetOf('All', columns, broken)], locale));
  await expect(reading).rejects.toThrow('the store went away');
});
