import { useEffect, useEffectEvent } from 'react';

/** Where a tapped notification leads; the service worker has brought this window to the front. */
export function useOpened(open: (to: string) => void): void {
  const go = useEffectEvent(open);
  useEffect(() => {
    const worker = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    const hear = ({ data }: MessageEvent): void => {
      const message = data as { readonly type?: unknown; readonly to?: unknown } | null;
      if (message?.type !== 'OPEN' || typeof message.to !== 'string') return;
      // An address of this app and no other.
      if (message.to.startsWith('/') && !message.to.startsWith('//')) go(message.to);
    };
    worker?.addEventListener('message', hear);
    return () => worker?.removeEventListener('message', hear);
  }, []);
}
