import { csvWriter, sheetPath, sheetWriter, workbookParts, type WorkbookLocale } from '@revops/domain';
import { yieldToEvents } from '../exchange/apply-pulled.ts';
import type { BookSheet } from './book-sheets.ts';
import { zippedTexts } from './zipped.ts';

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv;charset=utf-8';
/** Writing as many takes some milliseconds; then whoever taps is answered. */
const PER_TURN = 250;

export interface MakeOptions {
  readonly signal?: AbortSignal | undefined;
  /** How many rows have been written. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

interface Rows {
  readonly head: () => string;
  readonly row: (row: unknown) => string;
  readonly tail: () => string;
}

async function* textOf(
  rows: readonly unknown[],
  writer: Rows,
  { signal, onProgress }: MakeOptions,
): AsyncGenerator<string> {
  yield writer.head();
  for (let from = 0; from < rows.length; from += PER_TURN) {
    signal?.throwIfAborted();
    const some = rows.slice(from, from + PER_TURN);
    yield some.map((row) => writer.row(row)).join('');
    onProgress?.(some.length);
    await yieldToEvents();
  }
  yield writer.tail();
}

/** A workbook for Excel, made on this phone: in slices, so that it goes on answering, and given up when somebody says so. */
export function makeWorkbook(
  sheets: readonly BookSheet[],
  locale: WorkbookLocale,
  options: MakeOptions = {},
): Promise<Blob> {
  let written = 0;
  const onProgress = (rows: number): void => options.onProgress?.((written += rows));
  const parts = workbookParts(
    sheets.map(({ name }) => name),
    locale.currency,
  );
  return zippedTexts(
    [
      ...parts.map(({ path, text }) => ({ path, text: [text] })),
      ...sheets.map(({ columns, rows }, index) => ({
        path: sheetPath(index),
        text: textOf(rows, sheetWriter(columns, locale), { ...options, onProgress }),
      })),
    ],
    EXCEL,
  );
}

/** One sheet as comma-separated values. */
export async function makeCsv(
  { columns, rows }: BookSheet,
  locale: WorkbookLocale,
  options: MakeOptions = {},
): Promise<Blob> {
  const parts: string[] = [];
  for await (const part of textOf(rows, csvWriter(columns, locale), options)) parts.push(part);
  return new Blob(parts, { type: CSV });
}
