import { handOver, type AnyDocument, type Made, type Payment, type SettlementInput } from '@revops/domain';
import type { ActReader } from './act-reader.ts';
import { documentIdOf } from './document-id-of.ts';
import { assertDesk, firstOwner } from './people.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { fieldError, problemError } from './refusals.ts';
import type { RequestIds } from './request-ids.ts';

/** Hands cash over, with the payments that it is of; an owner may write it down for somebody else. */
export async function handOverByRest(
  parts: ActParts,
  given: SettlementInput,
  ids: RequestIds,
): Promise<Made> {
  const { userId, actor } = parts.caller;
  const { id: _id, payments = [], from = userId, ...counted } = given;
  // Before anybody is looked up: a manager is told nothing of who else there is.
  if (actor.role !== 'owner' && from !== userId) throw problemError({ code: 'not_permitted' });
  const documents = await performAct(
    parts,
    async (reader) => {
      const to = given.to ?? (await firstOwner(reader.store, from));
      await assertDesk(reader, 'to', to);
      // Whoever left may have left cash behind.
      await assertDesk(reader, 'from', from, true);
      const named = payments.map((id) => documentIdOf('payment', id));
      await assertGiven(reader, named, from);
      return (context) => handOver(context, { ...counted, from, to, payments: [...new Set(named)] });
    },
    { ids },
  );
  const settlement = documents.find(({ type }) => type === 'settlement');
  if (!settlement) throw new Error('whoever hands over writes it down');
  return { id: settlement._id };
}

/** Only cash that the giver took can change hands; anything else named here would never be confirmed. */
async function assertGiven(reader: ActReader, ids: readonly string[], from: string): Promise<void> {
  const found = await reader.many<AnyDocument & Payment>(ids);
  const good = new Set(
    found
      .filter(({ method, collectedBy }) => method === 'cash' && collectedBy === from)
      .map(({ _id }) => _id),
  );
  const wrong = ids.findIndex((id) => !good.has(id));
  if (wrong !== -1)
    throw fieldError(`payments.${wrong}`, 'not_cash_of_giver', 'Name cash payments that the giver took.');
}
