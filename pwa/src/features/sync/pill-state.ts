import type { SyncView as PillView } from '#src/components/ui/sync-view.ts';
import type { SyncView } from '#src/data/views.ts';

const dayMs = 24 * 3_600_000;
// What photos and a new version of the app need together.
const neededMb = 200;

export interface PillFacts {
  readonly sync: SyncView;
  readonly now: string;
  readonly isUpdateReady: boolean;
  /** What the browser says of the connection: all there is until the engine has spoken for the first time. */
  readonly isBrowserOnline: boolean;
}

/** The one most pressing thing to say. Trouble that needs a person comes before waiting, waiting before calm. */
export function pillState({ sync, now, isUpdateReady, isBrowserOnline }: PillFacts): PillView {
  const { waitingActs: count } = sync;
  if (sync.phase === 'signed_out') return { state: 'signed_out', count };
  if (sync.refused > 0) return { state: 'refused', count: sync.refused };
  if (sync.storage === 'full') return { state: 'storage_full', neededMb };
  if (sync.clockOffByDays !== undefined && sync.clockOffByDays !== 0)
    return { state: 'clock_off', aheadMs: sync.clockOffByDays * dayMs };
  if (count > 0) return waitingState(sync, now);
  if (sync.filesWaiting !== undefined) return { state: 'photos', count: sync.filesWaiting };
  const isAway = !sync.online && (sync.lastHeard !== undefined || !isBrowserOnline);
  if (isAway)
    return { state: 'no_signal', ...(sync.serverHadEverythingAt && { heardAt: sync.serverHadEverythingAt }) };
  if (isUpdateReady) return { state: 'update' };
  return { state: 'sent', ...(sync.lastHeard && { heardAt: sync.lastHeard }) };
}

function waitingState(sync: SyncView, now: string): PillView {
  const { waitingActs: count, waitingAmount, oldestWaitingAt: since } = sync;
  if (since !== undefined && Date.parse(now) - Date.parse(since) > dayMs)
    return { state: 'stale', count, since };
  if (sync.phase === 'sending' && sync.online)
    return { state: 'sending', count, ...(sync.filesWaiting !== undefined && { photos: sync.filesWaiting }) };
  return { state: 'waiting', count, ...(waitingAmount !== 0 && { amount: waitingAmount }) };
}
