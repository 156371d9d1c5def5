import type { AnyDocument, CloseItem, CloseList, CloseQuery, DayClose } from '@revops/domain';
import type { ListReader } from './list-reader.ts';
import { readPage } from './read-page.ts';

type StoredClose = AnyDocument & DayClose;

/** The counted evenings that a person sees, newest first; those that were counted anew stay. */
export async function listCloses(reader: ListReader, { limit, after }: CloseQuery): Promise<CloseList> {
  const page = await readPage<StoredClose, CloseItem>(reader, {
    list: 'dayClose',
    limit,
    after,
    itemsOf: (closes) => Promise.resolve(closes.map(itemOf)),
  });
  return { ...page, items: [...page.items] };
}

function itemOf({ _id: id, person, day, expected, counted, ...close }: StoredClose): CloseItem {
  const { notes, reason, corrects, createdAt } = close;
  return {
    id,
    person,
    day,
    expected,
    counted,
    createdAt,
    ...(notes === undefined ? {} : { notes }),
    ...(reason === undefined ? {} : { reason }),
    ...(corrects === undefined ? {} : { corrects }),
  };
}
