import { splitMinor } from '#src/money/currency.ts';
import type { Column, WorkbookLocale } from './column.ts';
import { EPOCH_DAY, excelTime } from './excel-time.ts';
import type { SheetWriter } from './sheet-writer.ts';

const DAY_MS = 86_400_000;
/** Without it Excel takes UTF-8 for the code page of its Windows. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** What a spreadsheet takes for the beginning of a formula, also behind signs that nobody sees and some leave out. */
const FORMULA_START = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;
/** Some end a text at the first of these, some leave them out; a sheet cannot hold them either. */
// oxlint-disable-next-line no-control-regex -- they are what has to be found
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
/** A signed number is no formula, and a phone number has to stay one. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** A text that no spreadsheet runs: what would begin a formula gets an apostrophe before it. */
export function defused(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

// RFC 4180; tabs and semicolons too, by which some take lines apart.
const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellOf = (text: string | undefined): string =>
  text === undefined ? '' : quoted(defused(text).replaceAll(UNWRITABLE, '\ufffd'));

function decimal(amount: number, currency: string): string {
  const { whole, fraction } = splitMinor(amount, currency);
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The time of the workshop's clock, in the one form that every spreadsheet reads as one. */
function clockTime(timeZone: string): (instant: string) => string {
  const days = excelTime(timeZone);
  return (instant) => {
    const day = days(instant);
    if (day === undefined) return instant;
    return new Date(Math.round((day - EPOCH_DAY) * DAY_MS)).toISOString().slice(0, 16).replace('T', ' ');
  };
}

function cellWriter<R>(column: Column<R>, currency: string, time: (instant: string) => string) {
  const { kind } = column;
  switch (kind) {
    case 'text':
      return (row: R) => cellOf(column.of(row));
    case 'instant':
      return (row: R) => {
        const instant = column.of(row);
        return instant === undefined ? '' : quoted(time(instant));
      };
    case 'count':
      return (row: R) => String(column.of(row) ?? '');
    case 'money':
      return (row: R) => {
        const amount = column.of(row);
        return amount === undefined ? '' : decimal(amount, currency);
      };
  }
}

/**
 * Writes the rows of a sheet as comma-separated values (RFC 4180, UTF-8 with its mark): the same columns as in a workbook,
 * amounts as decimals made of digits, times of the workshop's clock, and no text that a spreadsheet would run.
 */
export function csvWriter<R>(
  columns: readonly Column<R>[],
  { currency, timeZone }: WorkbookLocale,
): SheetWriter<R> {
  const time = clockTime(timeZone);
  const cells = columns.map((column) => cellWriter(column, currency, time));
  return {
    head: () => BYTE_ORDER_MARK + columns.map(({ title }) => cellOf(title)).join() + LINE_END,
    row: (row) => cells.map((write) => write(row)).join() + LINE_END,
    tail: () => '',
  };
}
