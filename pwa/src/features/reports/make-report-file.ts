import { currentDevice } from '#src/data/account/current-device.ts';
import { correctedNow } from '#src/data/clock.ts';
import { bookSheets } from '#src/data/reports/book-sheets.ts';
import { CSV, EXCEL, makeCsv, makeWorkbook } from '#src/data/reports/make-files.ts';
import { readBook, type BookPart } from '#src/data/reports/read-book.ts';
import type { ReportFilter } from '#src/data/reports/report-filter.ts';
import type { ListKind } from './report-kinds.ts';
import type { Work } from './use-making.ts';

/** The sheet of a list, and what has to be read for it. */
const sheetOf: Readonly<Record<ListKind, { readonly name: string; readonly only: readonly BookPart[] }>> = {
  payments: { name: 'Payments', only: ['payments'] },
  jobs: { name: 'Jobs', only: ['jobs'] },
  dues: { name: 'Dues', only: ['dues'] },
  hand_overs: { name: 'Hand-overs', only: ['handOvers'] },
  people: { name: 'People', only: [] },
};

export interface Wanted {
  readonly filter: ReportFilter;
  readonly today: string;
  readonly currency: string;
}

const nameOf = ({ filter: { from, to } }: Wanted, what: string): string =>
  ['revops', what, from, to].filter((part) => part !== undefined && part !== '').join('-');

async function bookFor({ filter, today }: Wanted, work: Work, only?: readonly BookPart[]) {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  const at = { now: correctedNow(), today };
  const options = { signal: work.signal, onProgress: work.onCollected, only };
  return readBook(device.db, device.session, filter, at, options);
}

/** All sheets of the chosen days as a workbook for Excel, out of this phone's own rows. */
export async function excelFile(wanted: Wanted, work: Work): Promise<File> {
  const { desk, from, to, timeZone } = wanted.filter;
  // What narrows one list would leave the other sheets without what belongs to it.
  const book = await bookFor({ ...wanted, filter: { desk, from, to, timeZone } }, work);
  const blob = await makeWorkbook(
    bookSheets(book),
    { currency: wanted.currency, timeZone },
    { signal: work.signal, onProgress: work.onWritten },
  );
  return new File([blob], `${nameOf(wanted, '')}.xlsx`, { type: EXCEL });
}

/** The list on screen as comma-separated values. */
export async function csvFile(kind: ListKind, wanted: Wanted, work: Work): Promise<File> {
  const { name, only } = sheetOf[kind];
  const sheet = bookSheets(await bookFor(wanted, work, only)).find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const { timeZone } = wanted.filter;
  const blob = await makeCsv(
    sheet,
    { currency: wanted.currency, timeZone },
    { signal: work.signal, onProgress: work.onWritten },
  );
  return new File([blob], `${nameOf(wanted, name.toLowerCase())}.csv`, { type: CSV });
}
