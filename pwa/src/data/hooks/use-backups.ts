import type { BackupList, ErrorCode, Result } from '@revops/domain';
import { useCallback, useEffect, useState } from 'react';
import { listBackups } from '../server/backups.ts';

/** What the server says of its backups; `answer` is undefined while it is asked for the first time. */
export function useBackups(isOnline: boolean) {
  const [answer, setAnswer] = useState<Result<BackupList, ErrorCode> | undefined>();
  const refresh = useCallback(async () => {
    setAnswer(undefined);
    setAnswer(await listBackups());
  }, []);
  useEffect(() => {
    if (!isOnline) return undefined;
    let isWanted = true;
    void listBackups().then((result) => isWanted && setAnswer(result));
    return () => {
      isWanted = false;
    };
  }, [isOnline]);
  return { answer, refresh };
}
