import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { atWallClock } from '#src/time/workshop-day.ts';
import { cellText } from './cell-text.ts';
import { columnLetters } from './column-letters.ts';
import type { Column } from './column.ts';
import { excelTime } from './excel-time.ts';
import { sheetWriter } from './sheet-writer.ts';

const locale = { currency: 'INR', timeZone: 'Asia/Kolkata' };
const rowOf = <R>(columns: readonly Column<R>[], row: R, given = locale): string =>
  sheetWriter(columns, given).row(row);

test('columns are named as Excel names them', () => {
  expect([0, 25, 26, 27, 701, 702].map((index) => columnLetters(index))).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'ZZ',
    'AAA',
  ]);
});

test('an amount is a decimal of the digits that it has, by its currency', () => {
  const columns: Column<number>[] = [{ title: 'Amount', width: 10, kind: 'money', of: (amount) => amount }];
  const written = (amount: number, currency: string) =>
    /<v>(.*)<\/v>/.exec(rowOf(columns, amount, { ...locale, currency }))?.[1];
  expect([123_456, -5, 0, 100].map((amount) => written(amount, 'INR'))).toEqual([
    '1234.56',
    '-0.05',
    '0.00',
    '1.00',
  ]);
  expect([written(1500, 'JPY'), written(1500, 'KWD')]).toEqual(['1500', '1.500']);
});

test('what looks like a formula is a text, and what nobody said is no cell', () => {
  const columns: Column<string | undefined>[] = [
    { title: 'Note', width: 10, kind: 'text', of: (text) => text },
  ];
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '1234'])
    expect(rowOf(columns, text)).toContain(`t="inlineStr"><is><t>${text}</t></is>`);
  for (const text of ['\t=1', ' a', 'a ', 'a  b', 'a\nb'])
    expect(rowOf(columns, text)).toContain(`t="inlineStr"><is><t xml:space="preserve">${text}</t></is>`);
  expect(rowOf(columns, '=HYPERLINK("http://x","<&>")')).not.toMatch(/<f>|<&>/);
  expect(rowOf(columns, undefined)).toBe('<row r="2"></row>');
});

test('a text holds nothing that would end its cell, and is the same when it is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = cellText(text);
      expect(written).not.toMatch(/[<>\r]/);
      const read = written
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .replaceAll(/_x005F_/g, '_');
      expect(read).toBe(text.replaceAll(/\r\n?/g, '\n'));
    }),
  );
  expect(cellText('a\u0000b\ufffe_x0041_\r\n')).toBe('a\ufffdb\ufffd_x005F_x0041_\n');
  expect(cellText('x'.repeat(40_000))).toHaveLength(32_767);
});

test('an instant is the day and the hour of the workshop’s clock, in summer and in winter', () => {
  expect(excelTime('Asia/Kolkata')('2026-04-01T18:30:00.000Z')).toBe(46_114);
  expect(excelTime('Asia/Kolkata')('2026-04-01T06:30:00.000Z')).toBe(46_113.5);
  const berlin = excelTime('Europe/Berlin');
  for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'])
    for (const [time, part] of [
      ['00:00', 0],
      ['06:00', 0.25],
      ['18:00', 0.75],
    ] as const) {
      const whole = Date.parse(day) / 86_400_000 + 25_569;
      expect(berlin(atWallClock(day, time, 'Europe/Berlin'))).toBeCloseTo(whole + part, 6);
    }
  expect(berlin('0001-01-01T00:00:00.000Z')).toBeUndefined();
});
