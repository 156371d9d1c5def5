import { readMeta } from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';
import { HttpError } from './failures.ts';
import type { Gateway } from './gateway.ts';

const perRequest = 100;

/**
 * A server whose every file was put back may have forgotten what was erased; an owner's phone has not. Told before
 * anything is compared, so that nobody's phone brings it back meanwhile.
 */
export async function tellErased(env: EngineEnv, gateway: Gateway, signal: AbortSignal): Promise<void> {
  const ids = (await readMeta(env.db, 'erased')) ?? [];
  for (let start = 0; start < ids.length; start += perRequest) {
    const body = JSON.stringify({ ids: ids.slice(start, start + perRequest) });
    const answer = await gateway.ask({ kind: 'erasures', path: '', body, signal });
    // Only owners erase; everybody else's phone keeps to what it is told. An older server knows nothing of it.
    if (answer.status === 403 || answer.status === 404) return;
    if (answer.status >= 400) throw new HttpError(answer.status, 'erasures', answer.retryAfterMs);
  }
}
