import { splitMinor } from '#src/money/currency.ts';
import { cellText } from './cell-text.ts';
import { columnLetters } from './column-letters.ts';
import { MAX_SHEET_ROWS, type Column, type WorkbookLocale } from './column.ts';
import { excelTime } from './excel-time.ts';
import { STYLE } from './workbook-parts.ts';

/** The text of one sheet, part by part, so that no more of it than a row has to be in memory. */
export interface SheetWriter<R> {
  readonly head: () => string;
  readonly row: (row: R) => string;
  readonly tail: () => string;
}

/** What a reader of XML may take for its writer's indentation. */
const BLANKS_AT_ENDS = /^\s|\s$|[\n\r\t]|  /;

type CellWriter<R> = (row: R, place: string) => string;

/**
 * Writes rows of typed cells: texts are texts and never formulas, whatever they begin with; amounts are decimals made of
 * digits, never of floats; instants are days of the workshop's clock. More rows than Excel shows are a bug and throw.
 */
export function sheetWriter<R>(columns: readonly Column<R>[], locale: WorkbookLocale): SheetWriter<R> {
  const timeOf = excelTime(locale.timeZone);
  const letters = columns.map((_column, index) => columnLetters(index));
  const cells = columns.map(
    (column, index) => [cellWriter(column, locale.currency, timeOf), columnLetters(index)] as const,
  );
  let rows = 1;
  return {
    head: () => headOf(columns, letters),
    row(row) {
      rows += 1;
      if (rows > MAX_SHEET_ROWS) throw new RangeError('more rows than a sheet holds');
      let text = `<row r="${rows}">`;
      for (const [write, letter] of cells) text += write(row, letter + rows);
      return `${text}</row>`;
    },
    tail: () => `</sheetData><autoFilter ref="A1:${letters.at(-1) ?? 'A'}${rows}"/></worksheet>`,
  };
}

function headOf<R>(columns: readonly Column<R>[], letters: readonly string[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, index) =>
    textCell(title, `${letters[index] ?? ''}1`, STYLE.heading),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>',
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    `</sheetView></sheetViews><cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${titles.join('')}</row>`,
  ].join('');
}

function cellWriter<R>(
  column: Column<R>,
  currency: string,
  timeOf: (instant: string) => number | undefined,
): CellWriter<R> {
  const { kind, of } = column;
  switch (kind) {
    case 'text':
      return (row, place) => textCell(of(row), place, STYLE.plain);
    case 'instant':
      return (row, place) => instantCell(of(row), place, timeOf);
    case 'count':
      return (row, place) => numberCell(of(row), place, STYLE.plain, String);
    case 'money':
      return (row, place) => numberCell(of(row), place, STYLE.money, (amount) => decimal(amount, currency));
  }
}

// Also where a number would do: Excel never reads what is marked as a text. Half of a large sheet is what stands around
// its texts, so it is as short as it may be.
function textCell(text: string | undefined, place: string, style: number): string {
  if (text === undefined || text === '') return '';
  const format = style === STYLE.plain ? '' : ` s="${style}"`;
  const space = BLANKS_AT_ENDS.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}"${format} t="inlineStr"><is><t${space}>${cellText(text)}</t></is></c>`;
}

function instantCell(
  instant: string | undefined,
  place: string,
  timeOf: (instant: string) => number | undefined,
): string {
  if (instant === undefined) return '';
  const days = timeOf(instant);
  return days === undefined
    ? textCell(instant, place, STYLE.plain)
    : `<c r="${place}" s="${STYLE.instant}"><v>${days}</v></c>`;
}

const numberCell = (
  value: number | undefined,
  place: string,
  style: number,
  written: (value: number) => string,
): string => (value === undefined ? '' : `<c r="${place}" s="${style}"><v>${written(value)}</v></c>`);

function decimal(amount: number, currency: string): string {
  const { whole, fraction } = splitMinor(amount, currency);
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
