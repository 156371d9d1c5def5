import { useState } from 'react';
import { SyncPill } from '#src/components/ui/sync-pill.tsx';
import { SyncSheet } from '#src/components/ui/sync-sheet.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { sheetWords } from '#src/components/ui/sync-words.ts';
import type { SyncState } from '#src/components/ui/sync-view.ts';
import { KitSection } from './kit-section.tsx';
import { syncEntries, syncViews } from './kit-samples.ts';

const nothing = () => undefined;

/** Every row of "Sync, in words": the pill, and its sheet behind a tap. */
export function KitSync() {
  const asked = new URLSearchParams(location.search).get('sync');
  const [open, setOpen] = useState<SyncState | undefined>(
    syncViews.find(({ state }) => state === asked)?.state,
  );
  const formats = useFormats();
  return (
    <KitSection title="SyncPill, SyncSheet">
      <ul className="border-t border-rule bg-surface">
        {syncViews.map((view) => (
          <li key={view.state} className="flex flex-wrap items-center gap-x-4 border-b border-rule px-4 py-1">
            <span className="w-56">
              <SyncPill view={view} onOpen={() => setOpen(view.state)} />
            </span>
            <span className="min-w-0 flex-1 basis-64 py-2 text-meta text-ink-2">
              {sheetWords(view, formats)}
            </span>
            <SyncSheet
              open={open === view.state}
              onClose={() => setOpen(undefined)}
              view={view}
              entries={view.state === 'refused' || view.state === 'waiting' ? syncEntries() : []}
              onCorrect={nothing}
              onAskOwner={nothing}
              onExport={nothing}
              onSignIn={nothing}
              onUpdate={nothing}
            />
          </li>
        ))}
      </ul>
    </KitSection>
  );
}
