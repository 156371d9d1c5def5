import { appContractHeader, CONTRACT_VERSION } from '@revops/domain';
import { accessToken } from '../account/access-token.ts';

/** The server's workbook of everything; undefined when there is no answer. It may be large, so it has no time limit. */
export async function wholeWorkbook(userId: string, signal: AbortSignal): Promise<Blob | undefined> {
  const token = await accessToken(userId);
  if (!token.ok) return undefined;
  try {
    const answer = await fetch('/api/analytics/export', {
      headers: {
        [appContractHeader]: String(CONTRACT_VERSION),
        Authorization: `Bearer ${token.value}`,
      },
      signal,
    });
    return answer.ok ? await answer.blob() : undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
