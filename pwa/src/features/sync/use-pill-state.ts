import type { SyncView as PillView } from '#src/components/ui/sync-view.ts';
import { useNow, useSync } from '#src/data/hooks/index.ts';
import { useOnline } from '#src/platform/online.ts';
import { useUpdateReady } from '#src/platform/update.ts';
import { pillState } from './pill-state.ts';

/** The pill's state, alive. */
export function usePillState(): PillView {
  return pillState({
    sync: useSync(),
    now: useNow(60_000),
    isUpdateReady: useUpdateReady(),
    isBrowserOnline: useOnline(),
  });
}
