import { recordDeposit, type DepositInputBody, type Made } from '@revops/domain';
import { assertDesk } from './people.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { problemError } from './refusals.ts';
import type { RequestIds } from './request-ids.ts';

/** Brings cash to the bank; an owner may write it down for somebody else, also for one who has left. */
export async function depositByRest(
  parts: ActParts,
  given: DepositInputBody,
  ids: RequestIds,
): Promise<Made> {
  const { userId, actor } = parts.caller;
  const { id: _id, person = userId, ...input } = given;
  // Before anybody is looked up: a manager is told nothing of who else there is.
  if (actor.role !== 'owner' && person !== userId) throw problemError({ code: 'not_permitted' });
  const documents = await performAct(
    parts,
    async (reader) => {
      await assertDesk(reader, 'person', person, true);
      return (context) => recordDeposit(context, { ...input, person });
    },
    { ids },
  );
  const deposit = documents.find(({ type }) => type === 'deposit');
  if (!deposit) throw new Error('whoever brings cash to the bank writes it down');
  return { id: deposit._id };
}
