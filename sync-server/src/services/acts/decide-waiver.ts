import { decideWaiver, waiverState, type AnyDocument, type Waiver } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { performAct, type ActParts } from './perform-act.ts';

interface Word {
  readonly verdict: 'confirmed' | 'rejected';
  readonly reason?: string;
}

/** An owner's word on a discount. Saying the same once more changes nothing. */
export async function decideWaiverByRest(parts: ActParts, id: string, input: Word): Promise<void> {
  await performAct(parts, async (reader) => {
    const waiver = await reader.get<AnyDocument & Waiver>(id);
    if (!waiver) throw new AppError('not_found', 'There is no such discount.');
    const followers = await reader.followers([id]);
    const now = waiverState(waiver, followers);
    const isSaid =
      now.state === input.verdict && (now.state !== 'rejected' || now.by.reason === input.reason);
    return (context) =>
      isSaid
        ? { ok: true, value: { id: context.newId(), kind: 'decide_waiver', documents: [] } }
        : decideWaiver(context, waiver, followers, input);
  });
}
