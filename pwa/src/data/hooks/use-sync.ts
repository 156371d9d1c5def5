import { money } from '@revops/domain';
import { syncView, tray } from '../queries/sync-view.ts';
import type { Live, SyncView, TrayItem } from '../views.ts';
import { useLive } from './use-live.ts';

const unknownYet: SyncView = {
  online: false,
  phase: 'idle',
  waitingActs: 0,
  waitingAmount: money(0),
  refused: 0,
  storage: 'ok',
};

/** What waits, what was refused and how the engine does. */
export function useSync(): SyncView {
  const answer = useLive({
    key: 'sync',
    topics: [
      'journal',
      'tray',
      'files',
      'meta:sync',
      'meta:lastHeard',
      'meta:firstSync',
      'meta:clockOffsetMs',
      'meta:removal',
      'meta:storageFullAt',
    ],
    read:
      ({ session }) =>
      (tx) =>
        syncView(tx, session.demo),
  });
  return answer.status === 'ready' ? answer.value : unknownYet;
}

/** What the server did not accept. */
export const useTray = (): Live<TrayItem[]> =>
  useLive({ key: 'tray', topics: ['tray', 'job'], read: () => tray });
