import { useEffect } from 'react';
import { correctedNow } from '../clock.ts';
import { setMarker } from '../account/marker.ts';
import { personKey } from '../account/phone-book.ts';
import { waitingIn } from '../files/file-records.ts';
import { useLive } from './use-live.ts';
import { useSession } from './use-session.ts';

/** Keeps beside the databases how much is only here, so that it can be said if the browser deletes them. */
export function useMarker(): void {
  const { workshopId, userId, name, workshopName, deviceCode, demo } = useSession();
  const unsent = useLive({
    key: 'marker',
    topics: ['journal', 'tray', 'files'],
    read: () => async (tx) => {
      const entries = await tx.objectStore('journal').getAll();
      const refused = (await tx.objectStore('tray').getAll()).filter(({ answered }) => !answered);
      return new Set(entries.flatMap(({ acts }) => acts)).size + refused.length + (await waitingIn(tx));
    },
  });
  const count = unsent.status === 'ready' ? unsent.value : undefined;
  useEffect(() => {
    if (count === undefined || demo) return;
    const key = personKey(workshopId, userId);
    setMarker({ key, name, workshopName, deviceCode, unsent: count, at: correctedNow() });
  }, [workshopId, userId, name, workshopName, deviceCode, demo, count]);
}
