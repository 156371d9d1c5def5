import { Readable } from 'node:stream';
import { sheetPath, sheetWriter, workbookParts, type Column, type WorkbookLocale } from '@revops/domain';
import { zipped, type ZippedFile } from './zipped.ts';

/** The text of a sheet, as much at a time as is worth handing on. */
export interface Sheet {
  readonly name: string;
  readonly text: (locale: WorkbookLocale) => AsyncGenerator<string>;
}

/** Each part crosses to the thread that deflates, which costs more than writing a small one. */
const partLength = 128 * 1024;

/** A sheet of rows that come page by page. */
export function sheetOf<R>(
  name: string,
  columns: readonly Column<R>[],
  pages: () => AsyncIterable<readonly R[]>,
): Sheet {
  async function* text(locale: WorkbookLocale): AsyncGenerator<string> {
    const writer = sheetWriter(columns, locale);
    let part = writer.head();
    for await (const page of pages())
      for (const row of page) {
        part += writer.row(row);
        if (part.length < partLength) continue;
        yield part;
        part = '';
      }
    yield part + writer.tail();
  }
  return { name, text };
}

/** A workbook for Excel, written while it is read and no faster; destroying it ends the reading behind it. */
export function workbook(sheets: readonly Sheet[], locale: WorkbookLocale): Readable {
  const names = sheets.map(({ name }) => name);
  const parts = workbookParts(names, locale.currency).map(({ path, text }) => ({ path, text: [text] }));
  const tables = sheets.map(({ text }, index): ZippedFile => ({
    path: sheetPath(index),
    text: text(locale),
  }));
  return Readable.from(zipped([...parts, ...tables]), { objectMode: false });
}
