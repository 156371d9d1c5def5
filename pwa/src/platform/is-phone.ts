import { useSyncExternalStore } from 'react';

// The same width at which the bottom bar gives way to the rail.
const phone = matchMedia('(width < 37.5rem)');

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => phone.matches);
