import type { ErrorCode, Result } from '@revops/domain';
import { useCallback, useEffect, useState } from 'react';
import { listOffers, type RecoveryOffer } from '../server/recovery.ts';
import { useLive } from './use-live.ts';

type Answer = Result<readonly RecoveryOffer[], ErrorCode>;

const offersNow = async (): Promise<Answer> => {
  const answer = await listOffers();
  return answer.ok ? { ok: true, value: answer.value.items } : answer;
};

/** How many entries of others this phone keeps because the server lost them. */
export function useKeptForOthers(): number {
  const answer = useLive<number>({
    key: 'recovery',
    topics: ['recovery'],
    read: () => (tx) => tx.objectStore('recovery').count(),
  });
  return answer.status === 'ready' ? answer.value : 0;
}

/** What phones offer to bring back; `answer` is undefined while the server is asked for the first time. */
export function useRecoveryOffers(isWanted: boolean) {
  const [answer, setAnswer] = useState<Answer | undefined>();
  const refresh = useCallback(async () => setAnswer(await offersNow()), []);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isHere = true;
    void offersNow().then((result) => isHere && setAnswer(result));
    return () => {
      isHere = false;
    };
  }, [isWanted]);
  return { answer, refresh };
}
