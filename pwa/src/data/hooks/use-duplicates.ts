import type { LikelyDuplicate } from '@revops/domain';
import { useEffect, useState } from 'react';
import { currentDevice } from '../account/current-device.ts';
import { bookSide, mergedPairs, type BookSide, type MergedPair } from '../queries/book-side.ts';
import { findDuplicates } from '../queries/find-duplicates.ts';
import type { Live } from '../views.ts';
import { useCurrentDevice, useLive } from './use-live.ts';

const AGAIN_MS = 300;

/** Records that are likely one. The whole book is read for it, so it is read anew only when the book changes. */
export function useDuplicates(): Live<readonly LikelyDuplicate[]> {
  const device = useCurrentDevice();
  const [found, setFound] = useState<Live<readonly LikelyDuplicate[]>>({ status: 'loading' });
  useEffect(() => {
    if (device === undefined) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      try {
        const value = await findDuplicates(device.db, stop.signal);
        if (!stop.signal.aborted) setFound({ status: 'ready', value });
      } catch (error) {
        // Left, or signed out: nobody is looking.
        if (!stop.signal.aborted && currentDevice()?.db === device.db) throw error;
      }
    };
    const unlisten = device.db.topics.listen((topics) => {
      if (!topics.has('customer') && !topics.has('vehicle')) return;
      clearTimeout(timer);
      timer = setTimeout(() => void look(), AGAIN_MS);
    });
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
      unlisten();
    };
  }, [device]);
  return found;
}

const topics = ['customer', 'vehicle', 'job'];

/** Two records beside each other; either may have gone from this phone. */
export const useBookPair = (
  one: string,
  other: string,
): Live<readonly [BookSide | undefined, BookSide | undefined]> =>
  useLive({
    key: `bookPair ${one} ${other}`,
    topics,
    read: () => async (tx) => [await bookSide(tx, one), await bookSide(tx, other)] as const,
  });

/** What was merged on this or another phone. */
export const useMergedPairs = (): Live<MergedPair[]> =>
  useLive({ key: 'mergedPairs', topics, read: () => mergedPairs });
