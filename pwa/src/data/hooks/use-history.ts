import type { ErrorCode, Result } from '@revops/domain';
import { useCallback, useEffect, useState } from 'react';
import { readAudit, type AuditLine } from '../server/audit.ts';

/** What the server keeps of a document's arrivals; undefined while it is asked. */
export function useHistory(docId: string, isOnline: boolean) {
  const [answer, setAnswer] = useState<Result<readonly AuditLine[], ErrorCode> | undefined>();
  const refresh = useCallback(async () => {
    setAnswer(undefined);
    setAnswer(await readAudit(docId));
  }, [docId]);
  useEffect(() => {
    if (!isOnline) return undefined;
    let isWanted = true;
    void readAudit(docId).then((result) => isWanted && setAnswer(result));
    return () => {
      isWanted = false;
    };
  }, [docId, isOnline]);
  return { answer, refresh };
}
