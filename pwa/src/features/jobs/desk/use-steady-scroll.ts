import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the rows that are in sight where they are while others come and go above them. At the very top new rows show.
 * @returns to be called when somebody scrolls.
 */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  rowPx: number,
): () => void {
  const anchor = useRef<{ readonly id: string | undefined; readonly at: number }>({ id: undefined, at: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    const { id, at } = anchor.current;
    if (element === null || id === undefined || element.scrollTop === 0) return;
    const now = ids.indexOf(id);
    if (now === -1 || now === at) return;
    element.scrollTo({ top: element.scrollTop + (now - at) * rowPx });
    anchor.current = { id, at: now };
  }, [ids, rowPx, scroller]);
  return () => {
    const at = Math.floor((scroller.current?.scrollTop ?? 0) / rowPx);
    anchor.current = { id: ids[at], at };
  };
}
