import {
  waiverState,
  type AnyDocument,
  type Waiver,
  type WaiverItem,
  type WaiverList,
  type WaiverQuery,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { groupedBy } from './grouped-by.ts';
import type { ListReader } from './list-reader.ts';
import { readPage } from './read-page.ts';

type StoredWaiver = AnyDocument & Waiver;

/** The discounts that a person sees, newest first. */
export async function listWaivers(
  reader: ListReader,
  { state, limit, after }: WaiverQuery,
): Promise<WaiverList> {
  const page = await readPage<StoredWaiver, WaiverItem>(reader, {
    list: 'waiver',
    limit,
    after,
    itemsOf: (waivers) => waiverItems(reader, waivers),
    keepsItem: state === undefined ? undefined : (item) => item.state === state,
  });
  return { ...page, items: [...page.items] };
}

export async function readWaiver(reader: ListReader, id: string): Promise<WaiverItem> {
  const waiver = await reader.get<StoredWaiver>(id);
  const [item] = waiver ? await waiverItems(reader, [waiver]) : [];
  if (!item) throw new AppError('not_found', 'There is no such discount.');
  return item;
}

async function waiverItems(
  reader: ListReader,
  waivers: readonly StoredWaiver[],
): Promise<readonly WaiverItem[]> {
  const decisions = groupedBy(await reader.followers(waivers.map(({ _id }) => _id)), 'waiverId');
  return waivers.map((waiver) => itemOf(waiver, decisions(waiver._id)));
}

function itemOf(waiver: StoredWaiver, decisions: readonly AnyDocument[]): WaiverItem {
  const { _id: id, jobId, desk, amount, reason, createdBy: givenBy, createdAt } = waiver;
  const now = waiverState(waiver, decisions);
  const rejection = now.state === 'rejected' ? now.by.reason : undefined;
  return {
    id,
    jobId,
    desk,
    amount,
    reason,
    givenBy,
    createdAt,
    state: now.state,
    ...(rejection === undefined ? {} : { rejection }),
  };
}
