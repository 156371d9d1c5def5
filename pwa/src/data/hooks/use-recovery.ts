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

/** A phone may come back at any time; this is one small request for a screen in sight. */
const everyMs = 60_000;

/**
 * What phones offer to bring back; `answer` is undefined while the server is asked for the first time. Asked again when
 * this phone itself has offered something, or has seen it come back.
 */
export function useRecoveryOffers(isWanted: boolean) {
  const [answer, setAnswer] = useState<Answer | undefined>();
  const refresh = useCallback(async () => setAnswer(await offersNow()), []);
  const own = useLive<string>({
    key: 'recovery offered',
    topics: ['recovery'],
    read: () => async (tx) => {
      const items = await tx.objectStore('recovery').getAll();
      return `${items.length} ${items.filter(({ state }) => state === 'held').length}`;
    },
    keepsLast: true,
  });
  const ownNow = own.status === 'ready' ? own.value : undefined;
  useEffect(() => {
    if (!isWanted || ownNow === undefined) return undefined;
    let isHere = true;
    const ask = (): void => void offersNow().then((result) => isHere && setAnswer(result));
    ask();
    const timer = setInterval(ask, everyMs);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [isWanted, ownNow]);
  return { answer, refresh };
}
