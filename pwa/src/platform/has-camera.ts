import { useSyncExternalStore } from 'react';

// Held in the hand: there the file field can open a camera. At a desk it would open the same folder twice.
const inHand = matchMedia('(pointer: coarse)');

function subscribe(listener: () => void): () => void {
  inHand.addEventListener('change', listener);
  return () => inHand.removeEventListener('change', listener);
}

export const useHasCamera = (): boolean => useSyncExternalStore(subscribe, () => inHand.matches);
