/** The engine says so often that it lives. */
export const beatMs = 5000;
/** After so long without a word another tab takes over. */
export const silentMs = 15_000;

/** What engines and waiting tabs of one person say to each other. */
export type BeatMessage = 'beat' | 'ask';

export interface BeatChannel {
  say(message: BeatMessage): void;
  hear(listener: (message: unknown) => void): void;
  close(): void;
}

export function openBeatChannel(name: string): BeatChannel {
  const channel = new BroadcastChannel(`${name} beat`);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    say: (message) => channel.postMessage(message),
    hear: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  };
}

export interface BeatTimers {
  readonly setInterval: (run: () => void, ms: number) => unknown;
  readonly clearInterval: (timer: unknown) => void;
}

/** Beats where the engine itself runs, so that a page that still draws does not vouch for a worker that hangs. */
export function startBeating(channel: BeatChannel, timers: BeatTimers): () => void {
  const beat = (): void => channel.say('beat');
  channel.hear((message) => {
    if (message === 'ask') beat();
  });
  const timer = timers.setInterval(beat, beatMs);
  beat();
  return () => {
    timers.clearInterval(timer);
    channel.close();
  };
}
