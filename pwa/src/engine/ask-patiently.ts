import { Backoff } from './backoff.ts';
import type { EngineEnv } from './env.ts';
import { HttpError, isServerSilent, StoppedError } from './failures.ts';
import type { Gateway, GatewayRequest } from './gateway.ts';

/** Asks again what may answer later, a few times, so that one lost answer does not cost all that came before. */
export async function askPatiently(
  env: EngineEnv,
  gateway: Gateway,
  request: GatewayRequest,
  tries: number,
): Promise<unknown> {
  const backoff = new Backoff(env.random);
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await gateway.json(request);
    } catch (error) {
      const mayPass = isServerSilent(error) || (error instanceof HttpError && error.status >= 429);
      if (!mayPass || left === 0) throw error;
      await pause(env, request.signal, backoff.next(error instanceof HttpError ? error.retryAfterMs : 0));
    }
  }
}

function pause(env: EngineEnv, signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      env.clearTimeout(timer);
      reject(new StoppedError('stopped'));
    };
    const timer = env.setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
