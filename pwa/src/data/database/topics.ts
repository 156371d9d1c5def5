/** What changed, in words that live queries listen to: document types, `<type>:<id>` and names of stores. */
export type Topic = string;

/** Tells this tab and every other context of the same database what changed. */
export interface TopicBus {
  /** `far` is true when another tab or the worker made the change. */
  listen(listener: (topics: ReadonlySet<Topic>, far: boolean) => void): () => void;
  announce(topics: Iterable<Topic>): void;
  /** Asks the engine to look at the journal now. */
  wake(): void;
  onWake(listener: () => void): () => void;
  close(): void;
}

/** What travels on the BroadcastChannel that bears the database's name. */
export type ChannelMessage = { readonly topics: readonly Topic[] } | { readonly wake: true };

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
  let channel = openChannel(name);
  const emit = (topics: ReadonlySet<Topic>, far: boolean): void => {
    for (const listener of listeners) listener(topics, far);
  };
  channel?.addEventListener('message', (event) => {
    const data: unknown = event.data;
    if (!isMessage(data)) return;
    if ('wake' in data) for (const waker of wakers) waker();
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
    close() {
      channel?.close();
      channel = undefined;
      listeners.clear();
      wakers.clear();
    },
  };
}
