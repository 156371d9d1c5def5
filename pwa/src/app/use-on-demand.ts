import { useEffect } from 'react';
import { useSync } from '#src/data/hooks/index.ts';
import { fetchOnDemand } from '#src/platform/on-demand.ts';

/** Long enough for whoever opens the app to have taken a payment and gone. */
const restMs = 20_000;

/** Fetches what is loaded on demand once the phone has nothing better to do: after the first sync, and at rest. */
export function useOnDemand(): void {
  const isFetching = useSync().fetching !== undefined;
  useEffect(() => {
    if (isFetching || !import.meta.env.PROD) return undefined;
    const timer = setTimeout(() => {
      const begin = (): void => {
        // Without signal, or on a full phone, it comes another time.
        fetchOnDemand().catch(() => undefined);
      };
      if (typeof requestIdleCallback === 'function') requestIdleCallback(begin, { timeout: restMs });
      else begin();
    }, restMs);
    return () => clearTimeout(timer);
  }, [isFetching]);
}
