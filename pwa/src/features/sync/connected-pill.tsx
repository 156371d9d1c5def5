import { FlaskConical } from 'lucide-react';
import { SyncPill } from '#src/components/ui/sync-pill.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { usePillState } from './use-pill-state.ts';

interface ConnectedPillProps {
  readonly onOpen: () => void;
}

/** The pill of this phone; the demo's says that it is one, because nothing of it is ever sent. */
export function ConnectedPill({ onOpen }: ConnectedPillProps) {
  const { demo } = useSession();
  return demo ? <DemoPill onOpen={onOpen} /> : <LivePill onOpen={onOpen} />;
}

function LivePill({ onOpen }: ConnectedPillProps) {
  return <SyncPill view={usePillState()} onOpen={onOpen} />;
}

function DemoPill({ onOpen }: ConnectedPillProps) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-haspopup="dialog"
      className="inline-flex min-h-12 min-w-12 shrink-0 items-center rounded-control"
    >
      <span className="inline-flex items-center gap-1.5 rounded-full bg-carbon-soft px-3 py-1 text-meta font-semibold whitespace-nowrap text-carbon">
        <FlaskConical aria-hidden="true" className="size-4 shrink-0" strokeWidth={2.5} />
        {m.sync_demo_pill()}
      </span>
    </button>
  );
}
