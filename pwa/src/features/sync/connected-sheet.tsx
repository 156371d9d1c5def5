import { useNavigate } from 'react-router';
import { SyncSheet } from '#src/components/ui/sync-sheet.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { m } from '#src/words/compiled/messages.js';
import { applyUpdate } from '#src/platform/update.ts';
import { DemoSheet } from './demo-sheet.tsx';
import { useRefused } from './use-refused.ts';
import { usePillState } from './use-pill-state.ts';

interface ConnectedSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the pill means, and everything that was not accepted with its reason. */
export function ConnectedSheet({ open, onClose }: ConnectedSheetProps) {
  const { demo } = useSession();
  return demo ? <DemoSheet open={open} onClose={onClose} /> : <LiveSheet open={open} onClose={onClose} />;
}

function LiveSheet({ open, onClose }: ConnectedSheetProps) {
  const view = usePillState();
  const { role } = useSession();
  const refused = useRefused();
  const navigate = useNavigate();
  const go = (to: string): void => {
    onClose();
    void navigate(to);
  };
  return (
    <SyncSheet
      open={open}
      onClose={onClose}
      view={view}
      entries={refused.entries}
      onCorrect={(key) => go(refused.placeOf(key))}
      {...(role !== 'owner' && { onAskOwner: (key: string) => void refused.askOwner(key) })}
      onExport={() => void shareUnsent(m.sync_export_title())}
      onSignIn={() => go('/sign-in')}
      onUpdate={() => void applyUpdate()}
    />
  );
}
