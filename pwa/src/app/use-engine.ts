import { useEffect } from 'react';
import { useSession } from '#src/data/hooks/index.ts';

/** Runs the engine of the person in front of the screen. It is loaded after the first paint, and never for the demo. */
export function useEngine(): void {
  const { workshopId, userId, demo } = useSession();
  useEffect(() => {
    if (demo) return undefined;
    let isWanted = true;
    let stop: (() => void) | undefined;
    void import('#src/engine/start-engine.ts').then(({ startEngine }) => {
      if (isWanted) stop = startEngine({ workshopId, userId });
    });
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [workshopId, userId, demo]);
}
