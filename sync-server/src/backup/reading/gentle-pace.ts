import { setTimeout as pause } from 'node:timers/promises';

const longestMs = 200;

/** Rests as long as it worked since the last rest: a server that answers phones has half of its time for them at least. */
export function gentlePace(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    await pause(Math.min(longestMs, performance.now() - since));
    since = performance.now();
  };
}
