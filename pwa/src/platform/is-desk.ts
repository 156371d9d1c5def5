import { useSyncExternalStore } from 'react';

// The same width as the `desk:` breakpoint, from which list and detail stand side by side.
const desk = matchMedia('(width >= 64rem)');

function subscribe(listener: () => void): () => void {
  desk.addEventListener('change', listener);
  return () => desk.removeEventListener('change', listener);
}

export const useIsDesk = (): boolean => useSyncExternalStore(subscribe, () => desk.matches);
