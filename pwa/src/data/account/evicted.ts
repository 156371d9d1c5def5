import { useSyncExternalStore } from 'react';
import { readMarkers, type UsedMark } from './marker.ts';

let lost: readonly UsedMark[] = [];
const listeners = new Set<() => void>();

/** Notes whose work the browser has deleted: it was here, and neither the phone's book nor a database knows of it. */
export function noteEvicted(isHere: (personKey: string) => boolean): void {
  lost = readMarkers().filter((mark) => !isHere(mark.key));
  for (const listener of listeners) listener();
}

export function forgetEvicted(personKey: string): void {
  lost = lost.filter((mark) => mark.key !== personKey);
  for (const listener of listeners) listener();
}

/** Whose work is gone from this phone without anybody having wanted it. */
export const useEvicted = (): readonly UsedMark[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
