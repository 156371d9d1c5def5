import { useEffect, useRef } from 'react';
import type { FormDraft } from './draft.tsx';

/** Keeps what is typed, from the first change on; undefined where nothing is worth keeping. */
export function useKeep<T>({ keep }: FormDraft<T>, values: T | undefined): void {
  const text = JSON.stringify(values);
  const initial = useRef<string | null | undefined>(text);
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });
  useEffect(() => {
    if (text === initial.current) return;
    // What stood there first is a change too, once something else did.
    initial.current = null;
    keepNow.current(text === undefined ? undefined : (JSON.parse(text) as T));
  }, [text]);
}
