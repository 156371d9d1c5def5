import type { AnyDocument, Member } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { fieldError } from './refusals.ts';
import type { ActReader } from './act-reader.ts';

/** Somebody who has a desk and holds cash: an owner or a manager, also one who has left where `alsoFormer`. */
export async function assertDesk(
  reader: ActReader,
  field: string,
  userId: string,
  alsoFormer = false,
): Promise<void> {
  const member = await reader.getAnyway<AnyDocument & Member>(`member:${userId}`);
  const works = member?.role === 'owner' || member?.role === 'manager';
  if (works && (member.active || alsoFormer)) return;
  throw fieldError(field, 'not_a_desk', 'Only an active owner or manager of the workshop has a desk.');
}

/** The owner of longest standing besides the giver, to whom cash goes where nobody else is named. */
export async function firstOwner(store: DocumentStore, besides: string): Promise<string> {
  const members = (await store.allDocs({
    startId: 'member:',
    endId: 'member:\uffff',
  })) as unknown as readonly Member[];
  const [first] = members
    .filter(({ role, active }) => role === 'owner' && active)
    .filter(({ _id }) => _id !== `member:${besides}`)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  if (!first) throw fieldError('to', 'required', 'Name who receives the cash.');
  return first._id.slice('member:'.length);
}
