import type { Readable } from 'node:stream';
import {
  closeColumns,
  depositColumns,
  discountColumns,
  handOverColumns,
  jobColumns,
  paymentColumns,
  peopleColumns,
  phoneColumns,
  type Job,
  type JobRow,
  type WorkbookLocale,
} from '@revops/domain';
import { sheetOf, workbook } from '../../workbook/workbook.ts';
import type { WorkshopDocuments } from '../../workshop-documents.ts';
import { deskNames, type DeskName } from '../desk-names.ts';
import type { FiguresOfWorkshops } from '../figures-of-workshops.ts';
import { peopleOf } from '../people-of.ts';
import { phonesOf } from '../phones-of.ts';
import { bodiesOf } from './bodies-of.ts';
import { closePages, depositPages, discountPages } from './cash-pages.ts';
import { frozenBook, type CountedJob, type FrozenBook } from './frozen-book.ts';
import { handOverPages, paymentPages } from './money-pages.ts';

/**
 * Everything of a workshop as a workbook for Excel, of one moment; it is written while it is read. Resolves when nothing
 * but reading is left that could fail.
 */
export async function exportWorkbook(
  documents: WorkshopDocuments,
  kept: FiguresOfWorkshops,
  now: string,
): Promise<Readable> {
  const { store } = documents;
  const locale = await localeOf(documents);
  const [book, names, phones] = await Promise.all([
    kept.use(store, locale.timeZone, (figures) => frozenBook(figures, now)),
    deskNames(documents),
    phonesOf(store, now),
  ]);
  const nameOf = (person: string): string => names.get(person)?.name ?? person;
  const numbers = new Map<string, string>();
  const money = { store, book, nameOf, numbers };
  const sheets = [
    sheetOf('Jobs', jobColumns, () => jobPages(documents, book, nameOf, numbers)),
    sheetOf('Payments', paymentColumns, () => paymentPages(money)),
    sheetOf('Hand-overs', handOverColumns, () => handOverPages(money)),
    sheetOf('Discounts', discountColumns, () => discountPages(money)),
    sheetOf('Deposits', depositColumns, () => depositPages(money)),
    sheetOf('Closes', closeColumns, () => closePages(money)),
    sheetOf('People', peopleColumns, () => once(peopleRows(book, names))),
    sheetOf('Phones', phoneColumns, () => once(phones.map((phone) => ({ ...phone, asOf: now })))),
  ];
  return workbook(sheets, locale);
}

async function localeOf(documents: WorkshopDocuments): Promise<WorkbookLocale> {
  const currency = (await documents.get('workshop:self'))?.['currency'];
  return {
    timeZone: await documents.timeZone(),
    currency: typeof currency === 'string' ? currency : 'INR',
  };
}

async function* once<R>(rows: readonly R[]): AsyncGenerator<readonly R[]> {
  yield await Promise.resolve(rows);
}

async function* jobPages(
  { store }: WorkshopDocuments,
  book: FrozenBook,
  nameOf: (person: string) => string,
  numbers: Map<string, string>,
): AsyncGenerator<readonly JobRow[]> {
  for await (const page of bodiesOf<Job>(store, 'job'))
    yield page.flatMap((body) => {
      const counted = book.jobs.get(body._id);
      if (counted === undefined) return [];
      numbers.set(body._id, body.number);
      return {
        job: asCounted(body, counted.job),
        received: counted.received,
        deskName: nameOf(counted.job.desk),
      };
    });
}

/** The card as it stands, with the amounts and the status of the moment: an edit meanwhile would not fit the sums. */
function asCounted(body: Job, { desk, status, billedAmount, estimatedAmount }: CountedJob): Job {
  const { value, completedAt } = body.status;
  const isSame = value === status.value && completedAt === status.completedAt;
  // Nearly always nobody has touched it, and a copy of each card would cost as much as reading it.
  if (
    isSame &&
    body.desk === desk &&
    body.billedAmount === billedAmount &&
    body.estimatedAmount === estimatedAmount
  )
    return body;
  const { deliveredAt } = body.status;
  return {
    ...body,
    desk,
    status: { ...status, ...(isSame && deliveredAt !== undefined ? { deliveredAt } : {}) },
    billedAmount,
    estimatedAmount,
  };
}

function peopleRows({ figures }: FrozenBook, names: ReadonlyMap<string, DeskName>) {
  return peopleOf(figures.people, names).map((person) => {
    const known = names.get(person.id);
    return { ...person, role: known?.role, active: known?.active === true };
  });
}
