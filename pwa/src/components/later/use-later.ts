import { useEffect, useState } from 'react';

export type Later<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'here'; readonly part: T }
  | { readonly status: 'missing'; readonly again: () => void };

// Once here a part stays, so that coming back draws at once.
const held = new Map<() => Promise<unknown>, unknown>();

/**
 * A part of a screen in a file of its own, named `later-…` (on-demand.config.ts): not here at once after an install
 * without signal. @param load must be the same function each time.
 */
export function useLater<T>(load: () => Promise<T>): Later<T> {
  const [part, setPart] = useState(() => held.get(load) as T | undefined);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    if (part !== undefined || isMissing) return undefined;
    let isOver = false;
    load().then(
      (loaded) => {
        held.set(load, loaded);
        if (!isOver) setPart(() => loaded);
      },
      () => {
        if (!isOver) setIsMissing(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [load, part, isMissing]);
  useEffect(() => {
    if (!isMissing) return undefined;
    const again = () => setIsMissing(false);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isMissing]);
  if (part !== undefined) return { status: 'here', part };
  return isMissing ? { status: 'missing', again: () => setIsMissing(false) } : { status: 'loading' };
}
