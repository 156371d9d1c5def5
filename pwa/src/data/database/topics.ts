/** What changed, in words that live queries listen to: document types, `<type>:<id>` and names of stores. */
export type Topic = string;

/** A form is being filled in, its save is under way, or it is on the disk or failed. */
export type SavePhase = 'soon' | 'begins' | 'over';

/** Tells this tab and every other context of the same database what changed. */
export interface TopicBus {
  /** `far` is true when another tab or the worker made the change. */
  listen(listener: (topics: ReadonlySet<Topic>, far: boolean) => void): () => void;
  announce(topics: Iterable<Topic>): void;
  /** Asks the engine to look at the journal now. */
  wake(): void;
  onWake(listener: () => void): () => void;
  /** Tells work in the background what a person is about, so that it makes room. */
  save(phase: SavePhase): void;
  onSave(listener: (phase: SavePhase) => void): () => void;
  close(): void;
}

/** What travels on the BroadcastChannel that bears the database's name. */
export type ChannelMessage =
  | { readonly topics: readonly Topic[] }
  | { readonly wake: true }
  | { readonly save: SavePhase };

const isMessage = (data: unknown): data is ChannelMessage => typeof data === 'object' && data !== null;

function openChannel(name: string): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel(name);
  // In Node an open channel would keep the process alive.
  (channel as { unref?: () => void }).unref?.();
  return channel;
}

export function createTopicBus(name: string): TopicBus {
  const listeners = new Set<(topics: ReadonlySet<Topic>, far: boolean) => void>();
  const wakers = new Set<() => void>();
  const makeRoom = new Set<(phase: SavePhase) => void>();
  let channel = openChannel(name);
  const emit = (topics: ReadonlySet<Topic>, far: boolean): void => {
    for (const listener of listeners) listener(topics, far);
  };
  channel?.addEventListener('message', (event) => {
    const data: unknown = event.data;
    if (!isMessage(data)) return;
    if ('wake' in data) for (const waker of wakers) waker();
    else if ('save' in data) for (const listener of makeRoom) listener(data.save);
    else emit(new Set(data.topics), true);
  });
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce(topics) {
      const changed = new Set(topics);
      if (changed.size === 0) return;
      emit(changed, false);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
      channel?.postMessage({ topics: [...changed] } satisfies ChannelMessage);
    },
    wake() {
      for (const waker of wakers) waker();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
      channel?.postMessage({ wake: true } satisfies ChannelMessage);
    },
    onWake(listener) {
      wakers.add(listener);
      return () => wakers.delete(listener);
    },
    save(phase) {
      for (const listener of makeRoom) listener(phase);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
      channel?.postMessage({ save: phase } satisfies ChannelMessage);
    },
    onSave(listener) {
      makeRoom.add(listener);
      return () => makeRoom.delete(listener);
    },
    close() {
      channel?.close();
      channel = undefined;
      listeners.clear();
      wakers.clear();
      makeRoom.clear();
    },
  };
}
