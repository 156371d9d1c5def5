import { useCallback, useState } from 'react';

/** The size of a root letter: rows and columns grow with the text. */
export const remPx = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** How wide an element is, in rem; `undefined` before it stands. */
export function useRoom() {
  const [room, setRoom] = useState<number | undefined>();
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const look = () => setRoom(element.clientWidth / remPx());
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [room, measure] as const;
}
