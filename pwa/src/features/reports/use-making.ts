import { useEffect, useRef, useState } from 'react';

export type Making =
  | { readonly status: 'idle' }
  | { readonly status: 'collecting' | 'writing'; readonly rows: number }
  | { readonly status: 'ready'; readonly file: File }
  | { readonly status: 'failed'; readonly isServer: boolean };

export interface Work {
  readonly signal: AbortSignal;
  readonly onCollected: (rows: number) => void;
  readonly onWritten: (rows: number) => void;
}

/** Makes a file that may take a while: says how far it is, can be stopped, and ends with whoever leaves. */
export function useMaking() {
  const [making, setMaking] = useState<Making>({ status: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const stop = (): void => {
    running.current?.abort();
    setMaking({ status: 'idle' });
  };
  /** @param work gives nothing when the server has not answered. */
  const start = async (work: (work: Work) => Promise<File | undefined>): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const show = (next: Making): void => {
      if (!own.signal.aborted) setMaking(next);
    };
    show({ status: 'collecting', rows: 0 });
    try {
      const file = await work({
        signal: own.signal,
        onCollected: (rows) => show({ status: 'collecting', rows }),
        onWritten: (rows) => show({ status: 'writing', rows }),
      });
      show(file === undefined ? { status: 'failed', isServer: true } : { status: 'ready', file });
    } catch (error) {
      if (own.signal.aborted) return;
      show({ status: 'failed', isServer: false });
      throw error; // Reported like every error that nobody waits for.
    }
  };
  return { making, start, stop };
}
