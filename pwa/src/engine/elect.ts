import { beatMs, silentMs, type BeatChannel, type BeatTimers } from './beat.ts';

/** As much of the browser's lock manager as is needed. */
interface Locks {
  request(
    name: string,
    options: { readonly signal?: AbortSignal; readonly steal?: boolean },
    held: () => Promise<void>,
  ): Promise<void>;
}

/** `over`: what it worked for is gone. `again`: it may be tried anew. */
export type RunEnd = 'over' | 'again';

interface ElectionParts extends BeatTimers {
  readonly name: string;
  readonly locks: Locks;
  readonly openChannel: () => BeatChannel;
  /** Counts on while the device sleeps or not; only differences matter. */
  readonly now: () => number;
  readonly rest: (signal: AbortSignal) => Promise<void>;
  /** Runs the engine until the signal, or until it ends by itself. */
  readonly run: (signal: AbortSignal) => Promise<RunEnd>;
  readonly onError: (error: unknown) => void;
}

/**
 * One tab of a device runs the engine: whoever holds the lock. The browser lets a lock go with its tab; one that is
 * frozen keeps it and says nothing, so that another steals it.
 * @returns what ends it.
 */
export function electEngine(parts: ElectionParts): () => void {
  const stopping = new AbortController();
  void stand(parts, stopping.signal);
  return () => stopping.abort();
}

async function stand(parts: ElectionParts, signal: AbortSignal): Promise<void> {
  for (let isStealing = false; !signal.aborted;) {
    const outcome = await hold(parts, signal, isStealing);
    if (outcome === 'over') return;
    isStealing = outcome === 'silent';
    if (outcome === 'again') await parts.rest(signal);
  }
}

/** Waits for the lock, or takes it, and runs the engine as long as it is held. */
async function hold(
  parts: ElectionParts,
  signal: AbortSignal,
  isStealing: boolean,
): Promise<RunEnd | 'silent'> {
  const { locks, name, run, onError } = parts;
  const waiting = new AbortController();
  const holding = new AbortController();
  const stop = (): void => {
    waiting.abort();
    holding.abort();
  };
  signal.addEventListener('abort', stop);
  let outcome: RunEnd | 'silent' = 'again';
  const unwatch = watchHolder(parts, () => {
    outcome = 'silent';
    waiting.abort();
  });
  try {
    // A request that steals takes no signal: there is nothing to wait for.
    await locks.request(name, isStealing ? { steal: true } : { signal: waiting.signal }, async () => {
      unwatch();
      if (!signal.aborted) outcome = await run(holding.signal);
    });
  } catch (error) {
    // Given up by us, or stolen from us: no failure.
    if ((error as Partial<Error> | undefined)?.name !== 'AbortError') onError(error);
  } finally {
    unwatch();
    holding.abort();
    signal.removeEventListener('abort', stop);
  }
  return outcome;
}

/** Tells once when whoever holds the lock has been silent for too long, though asked. */
function watchHolder(parts: ElectionParts, onSilent: () => void): () => void {
  const channel = parts.openChannel();
  let lastHeard = parts.now();
  let lastLook = lastHeard;
  let isAsked = false;
  channel.hear((message) => {
    if (message !== 'beat') return;
    lastHeard = parts.now();
    isAsked = false;
  });
  const look = (): void => {
    const now = parts.now();
    // This tab was frozen itself: what it did not hear says nothing.
    if (now - lastLook > 2 * beatMs) {
      lastHeard = now;
      isAsked = false;
    }
    lastLook = now;
    if (now - lastHeard >= silentMs && isAsked) return onSilent();
    if (now - lastHeard < silentMs - beatMs) return undefined;
    isAsked = true;
    return channel.say('ask');
  };
  const timer = parts.setInterval(look, beatMs);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    parts.clearInterval(timer);
    channel.close();
  };
}
