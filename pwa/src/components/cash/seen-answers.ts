import { useEffect, useState } from 'react';
import { currentDevice } from '#src/data/account/current-device.ts';
import { readDraft, writeDraft } from '#src/data/drafts/drafts.ts';

/** Beside the hand-over, like what is typed about it: it leaves with the right to read that. */
const placeOf = (settlementId: string) => ({ form: 'seen-answer', about: settlementId });

/** This phone has seen on the receiver's that they agree. */
export async function keepSeenAnswer(settlementId: string): Promise<void> {
  const device = currentDevice();
  if (device !== undefined) await writeDraft(device.db, placeOf(settlementId), { seen: true }, Date.now);
}

/** Whether this phone has seen it; the hand-over itself still waits until the receiver's phone was heard. */
export function useSeenAnswer(settlementId: string): boolean {
  const [seen, setSeen] = useState<string | undefined>();
  useEffect(() => {
    const device = currentDevice();
    if (device === undefined) return undefined;
    let isWanted = true;
    void readDraft(device.db, placeOf(settlementId)).then((found) => {
      if (isWanted && found !== undefined) setSeen(settlementId);
    });
    return () => {
      isWanted = false;
    };
  }, [settlementId]);
  return seen === settlementId;
}
