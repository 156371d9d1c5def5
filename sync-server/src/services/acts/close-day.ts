import {
  closeDay,
  deskKey,
  money,
  startOfDay,
  workshopDay,
  type AnyDocument,
  type CloseInputBody,
  type DayClose,
  type Made,
} from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { bodyOf } from '#src/sync/writing/revisions.ts';
import { assertDesk } from './people.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { fieldError, problemError } from './refusals.ts';
import type { RequestIds } from './request-ids.ts';

/** Closes a person's day against what the book says at this moment; an owner may count for somebody else. */
export async function closeDayByRest(
  parts: ActParts,
  given: CloseInputBody,
  ids: RequestIds,
  heldBy: (person: string) => Promise<number>,
): Promise<Made> {
  const { userId, actor } = parts.caller;
  const { id: _id, person = userId, ...input } = given;
  if (actor.role !== 'owner' && person !== userId) throw problemError({ code: 'not_permitted' });
  // Once before it is this act's turn: the first reading of a large book takes a while, and phones need not wait for it.
  await heldBy(person);
  const documents = await performAct(
    parts,
    async (reader, { timeZone }) => {
      await assertDesk(reader, 'person', person, true);
      const made = ids.mainId === undefined ? undefined : await storedClose(reader.store, ids.mainId);
      // A request that comes again closed the day as the book was then.
      const held = made?.expected ?? money(await heldBy(person));
      const expected = input.expected ?? held;
      if (expected !== held)
        throw fieldError('expected', 'cash_changed', 'The cash has changed while it was counted.');
      const at = made?.createdAt ?? new Date(parts.clock.now()).toISOString();
      const closes = (await closesOf(reader.store, person, at, timeZone)).filter(
        (close) => close._id !== ids.mainId && close.createdAt <= at,
      );
      return (context) => closeDay(context, { ...input, person, expected }, { held, closes });
    },
    { ids },
  );
  const close = documents.find(({ type }) => type === 'dayClose');
  if (!close) throw new Error('whoever closes the day writes it down');
  return { id: close._id };
}

async function storedClose(store: DocumentStore, id: string): Promise<(AnyDocument & DayClose) | undefined> {
  const stored = await store.get(id);
  return stored && (bodyOf(stored) as AnyDocument & DayClose);
}

/** The person's closes of the workshop's day that holds an instant, read past the act, which changes none of them. */
async function closesOf(
  store: DocumentStore,
  person: string,
  at: string,
  timeZone: string,
): Promise<readonly (AnyDocument & DayClose)[]> {
  const list = ['dayClose', deskKey(person)] as const;
  const day = workshopDay(at, timeZone);
  const rows = await store.view('by-list', {
    startKey: [...list, startOfDay(day, timeZone)],
    endKey: [...list, {}],
  });
  const found = await store.allDocs({ keys: rows.map(({ id }) => id) });
  return found
    .map((stored) => bodyOf(stored) as AnyDocument & DayClose)
    .filter((close) => close.person === person && close.day === day);
}
