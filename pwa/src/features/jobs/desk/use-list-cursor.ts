import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';

export interface ListCursorOptions {
  readonly ids: readonly string[];
  /** The job that stands beside the list: the keys start there. */
  readonly current: string | undefined;
  /** Brings a row into sight. */
  readonly show: (at: number) => void;
  readonly onToggle: ((id: string) => void) | undefined;
  readonly onAll: (() => void) | undefined;
}

const settledMs = 120;

/**
 * The row that the keys are at: J K move, within the table the arrows too, X selects, A selects all. The
 * focus goes with it, so that Enter opens and a screen reader reads it.
 */
export function useListCursor({ ids, current, show, onToggle, onAll }: ListCursorOptions) {
  const [cursor, setCursor] = useState<string | undefined>();
  // Where the row was that somebody else has moved away meanwhile: the keys go on from there.
  const lastAt = useRef(-1);
  const wantsFocus = useRef(false);
  const at = ids.indexOf(cursor ?? current ?? '');
  useEffect(() => {
    if (at !== -1) lastAt.current = at;
  }, [at]);
  const showCurrent = useEffectEvent(() => {
    const currentAt = ids.indexOf(current ?? '');
    if (currentAt !== -1) show(currentAt);
  });
  useEffect(() => {
    if (current === undefined) return undefined;
    // The job beside it takes room from the table: its row may end up out of sight once both stand.
    const timer = setTimeout(() => showCurrent(), settledMs);
    return () => clearTimeout(timer);
  }, [current]);
  const move = (step: number) => {
    // What stood behind a row that is gone stands in its place.
    const from = at === -1 && step > 0 ? Math.max(-1, lastAt.current - 1) : at === -1 ? lastAt.current : at;
    const next = Math.min(ids.length - 1, Math.max(0, from + step));
    wantsFocus.current = true;
    setCursor(ids[next]);
    if (next >= 0) show(next);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ...(onToggle !== undefined && cursor !== undefined && { x: () => onToggle(cursor) }),
    ...(onAll !== undefined && { a: onAll }),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    move(step);
  };
  /** Whether a key has just moved here: the row then takes the focus, once. */
  const takesFocus = (): boolean => {
    const wants = wantsFocus.current;
    wantsFocus.current = false;
    return wants;
  };
  return { cursor, setCursor, takesFocus, onKeyDown };
}
