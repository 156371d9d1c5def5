import { useEffect, useState } from 'react';
import { currentDevice, type CurrentDevice } from '../account/current-device.ts';
import { correctedNow } from '../clock.ts';
import { useCurrentDevice } from '../hooks/use-live.ts';
import { readBook, type BookPart, type ReportBook } from './read-book.ts';
import type { ReportFilter } from './report-filter.ts';

/** What changes a report; the screen follows at most this often, because it may be long. */
const topics = ['rollups', 'job', 'payment', 'settlement', 'member'];
const AGAIN_MS = 1500;

export type ReportReading =
  | { readonly status: 'loading'; readonly read: number }
  | { readonly status: 'ready'; readonly book: ReportBook };

interface Question {
  readonly filter: ReportFilter;
  readonly only: readonly BookPart[];
  readonly today: string;
}

/** Reads a report, and again whenever something of it changes; a question that nobody asks any more is given up. */
function follow(device: CurrentDevice, asked: Question, show: (reading: ReportReading) => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isReading, isStale] = [false, false];
  const read = async (isFirst: boolean): Promise<void> => {
    [isReading, isStale] = [true, false];
    const at = { now: correctedNow(), today: asked.today };
    const book = await readBook(device.db, device.session, asked.filter, at, {
      only: asked.only,
      signal: stop.signal,
      ...(isFirst && { onProgress: (count) => show({ status: 'loading', read: count }) }),
    });
    isReading = false;
    if (!stop.signal.aborted) show({ status: 'ready', book });
    if (isStale) later();
  };
  const attempt = (isFirst: boolean): void => {
    read(isFirst).catch((error: unknown) => {
      // Left, or signed out: nobody is looking.
      if (stop.signal.aborted || currentDevice()?.db !== device.db) return;
      throw error;
    });
  };
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      attempt(false);
    }, AGAIN_MS);
  };
  const unlisten = device.db.topics.listen((changed) => {
    if (!topics.some((topic) => changed.has(topic))) return;
    if (isReading) isStale = true;
    else later();
  });
  attempt(true);
  return () => {
    stop.abort();
    clearTimeout(timer);
    unlisten();
  };
}

/** A report of this phone's own rows; the last one stays on screen while another is read. */
export function useReportBook(filter: ReportFilter, only: readonly BookPart[], today: string): ReportReading {
  const device = useCurrentDevice();
  const key = JSON.stringify({ filter, only, today } satisfies Question);
  const [shown, setShown] = useState<{ readonly key: string; readonly reading: ReportReading }>();
  useEffect(() => {
    if (device === undefined) return undefined;
    // Out of its text, so that an equal question is the same one however often the screen is drawn.
    return follow(device, JSON.parse(key) as Question, (reading) => setShown({ key, reading }));
  }, [device, key]);
  return shown?.key === key ? shown.reading : { status: 'loading', read: 0 };
}
