import { err, type ErrorCode, type Invite, type Result } from '@revops/domain';
import { useCallback, useEffect, useState } from 'react';
import { listInvites } from '#src/data/account/index.ts';
import { usePeople } from '#src/data/hooks/index.ts';
import { useOnline } from '#src/platform/online.ts';

export interface InvitesQuery {
  /** Undefined while it is asked for the first time. */
  readonly answer: Result<readonly Invite[], ErrorCode> | undefined;
  readonly refresh: () => Promise<void>;
}

interface Answer {
  readonly result: Result<readonly Invite[], ErrorCode>;
  /** How many people there were: somebody new has used a code. */
  readonly people: number;
}

/** The workshop's codes. Only the server knows how often one was used, so they are asked for each time. */
export function useInvites(): InvitesQuery {
  const [answer, setAnswer] = useState<Answer | undefined>();
  const isOnline = useOnline();
  const everybody = usePeople();
  const people = everybody.status === 'ready' ? everybody.value.length : 0;
  const refresh = useCallback(async () => setAnswer({ result: await listInvites(), people }), [people]);
  useEffect(() => {
    // The connection is back: what could not be asked before can be asked now.
    if (!isOnline) return undefined;
    let isWanted = true;
    void listInvites().then((result) => isWanted && setAnswer({ result, people }));
    return () => {
      isWanted = false;
    };
  }, [isOnline, people]);
  if (!isOnline && answer === undefined) return { answer: err('unavailable'), refresh };
  return { answer: answer?.result, refresh };
}
