import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from './column.ts';
import { csvWriter, defused } from './csv-writer.ts';

const locale = { currency: 'INR', timeZone: 'Asia/Kolkata' };

interface Line {
  readonly at?: string | undefined;
  readonly amount?: number | undefined;
  readonly count?: number | undefined;
  readonly note?: string | undefined;
}
const columns: readonly Column<Line>[] = [
  { title: 'When', width: 18, kind: 'instant', of: ({ at }) => at },
  { title: 'Amount, due', width: 12, kind: 'money', of: ({ amount }) => amount },
  { title: 'Count', width: 8, kind: 'count', of: ({ count }) => count },
  { title: 'Note', width: 30, kind: 'text', of: ({ note }) => note },
];

function written(lines: readonly Line[]): string {
  const writer = csvWriter(columns, locale);
  return writer.head() + lines.map((line) => writer.row(line)).join('') + writer.tail();
}

/** A reader that knows RFC 4180 and nothing of the writer. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else if (isQuoted || sign !== '\r') cell += sign;
  }
  return rows.slice(0, -1);
}

describe('comma-separated values', () => {
  test('begin with the mark of UTF-8, end lines with CRLF and have the workshop’s clock and plain decimals', () => {
    const line = { at: '2026-04-01T06:30:00.000Z', amount: -123_456, count: 7, note: 'Oil & "filter", नया' };
    expect(written([line, {}])).toBe(
      '\uFEFFWhen,"Amount, due",Count,Note\r\n2026-04-01 12:00,-1234.56,7,"Oil & ""filter"", नया"\r\n,,,\r\n',
    );
  });

  test.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '-',
    '=HYPERLINK("x")',
    ' =1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\u202e@SUM(A1)',
    '\u00a0+SUM(A1)',
  ])('%j is a text and no formula', (text) => {
    expect(defused(text)).toBe(`'${text}`);
    expect(read(written([{ note: text }]))[1]?.[3]).toBe(`'${text}`);
  });

  test.each(['+919812345678', '-12.50', '42', 'A1-0042', 'Raj = Kumar', ''])('%j stays as it is', (text) => {
    expect(defused(text)).toBe(text);
  });

  test('what no sheet can hold is said, and hides no formula', () => {
    expect(defused('\u0000=1+1')).toBe("'\u0000=1+1");
    expect(read(written([{ note: 'Raj\u0000 Kumar\u001b' }]))[1]?.[3]).toBe('Raj\ufffd Kumar\ufffd');
    expect(read(written([{ note: '\u0000=1+1' }]))[1]?.[3]).toMatch(/^'/);
  });

  test('whatever was typed is read back as it was, and no cell begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (notes) => {
        const rows = read(written(notes.map((note) => ({ note }))).slice(1)).slice(1);
        expect(rows.map((row) => row[3])).toEqual(notes.map(defused));
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }),
    );
  });

  test('an amount is the same integer when its digits are read back', () => {
    fc.assert(
      fc.property(fc.integer(), (amount) => {
        const cell = read(written([{ amount }]))[1]?.[1] ?? '';
        expect(cell).toMatch(/^-?\d+\.\d\d$/);
        expect(Number(cell.replace('.', ''))).toBe(amount);
      }),
    );
  });
});
