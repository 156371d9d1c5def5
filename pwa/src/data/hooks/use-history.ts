import { err, ok, type AuditList, type ErrorCode, type Result } from '@revops/domain';
import { useCallback, useEffect, useState } from 'react';
import { readAudit } from '../server/audit.ts';

/** What the server keeps of a document's arrivals; `answer` is undefined while it is asked for the first time. */
export function useHistory(docId: string, isOnline: boolean) {
  const [answer, setAnswer] = useState<Result<AuditList, ErrorCode> | undefined>();
  const refresh = useCallback(async () => {
    setAnswer(undefined);
    setAnswer(await readAudit(docId));
  }, [docId]);
  const known = answer?.ok === true ? answer.value : undefined;
  const more = async (): Promise<void> => {
    if (known?.next === undefined) return;
    const page = await readAudit(docId, known.next);
    const { items, next } = page.ok ? page.value : { items: [], next: undefined };
    if (!page.ok) setAnswer(err(page.reason));
    else setAnswer(ok({ items: [...known.items, ...items], ...(next === undefined ? {} : { next }) }));
  };
  useEffect(() => {
    if (!isOnline) return undefined;
    let isWanted = true;
    void readAudit(docId).then((result) => isWanted && setAnswer(result));
    return () => {
      isWanted = false;
    };
  }, [docId, isOnline]);
  return { answer, refresh, more };
}
