import type { ErrorCode, Result } from '@revops/domain';
import { useState } from 'react';

/** One call to the server at a time, and the code of the last refusal. */
export function useSending() {
  const [isSending, setIsSending] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | undefined>();
  const send = async <T>(
    call: () => Promise<Result<T, ErrorCode>>,
  ): Promise<Result<T, ErrorCode> | undefined> => {
    if (isSending) return undefined;
    setIsSending(true);
    setRefusal(undefined);
    try {
      const answer = await call();
      if (!answer.ok) setRefusal(answer.reason);
      return answer;
    } finally {
      setIsSending(false);
    }
  };
  return { isSending, refusal, send };
}
