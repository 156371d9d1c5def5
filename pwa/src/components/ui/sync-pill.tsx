import {
  Check,
  CircleAlert,
  Clock3,
  CloudOff,
  HardDrive,
  LogIn,
  RefreshCw,
  Smartphone,
  Upload,
  type LucideIcon,
} from 'lucide-react';
import { useFormats } from './formats.ts';
import type { SyncState, SyncView } from './sync-view.ts';
import { pillWords } from './sync-words.ts';

export interface SyncPillProps {
  readonly view: SyncView;
  /** Opens the sheet. */
  readonly onOpen: () => void;
}

const calm = 'border-transparent text-ink-2';
const waits = 'border-transparent bg-waiting-soft text-waiting';
const trouble = 'border-refused bg-refused-soft text-refused';
const offer = 'border-transparent bg-carbon-soft text-carbon';

const looks: Record<SyncState, { icon: LucideIcon; colours: string }> = {
  sent: { icon: Check, colours: calm },
  no_signal: { icon: CloudOff, colours: calm },
  waiting: { icon: Smartphone, colours: waits },
  sending: { icon: Upload, colours: waits },
  photos: { icon: Smartphone, colours: waits },
  stale: { icon: Clock3, colours: trouble },
  refused: { icon: CircleAlert, colours: trouble },
  signed_out: { icon: LogIn, colours: waits },
  storage_full: { icon: HardDrive, colours: trouble },
  clock_off: { icon: Clock3, colours: trouble },
  update: { icon: RefreshCw, colours: offer },
};

/** The state of sending in at most 20 characters, always in the same place; a tap tells more. */
export function SyncPill({ view, onOpen }: SyncPillProps) {
  const { icon: Icon, colours } = looks[view.state];
  const words = pillWords(view, useFormats());
  return (
    <output className="inline-flex shrink-0">
      <button
        type="button"
        onClick={onOpen}
        aria-haspopup="dialog"
        className="inline-flex min-h-12 min-w-12 items-center rounded-control"
      >
        <span
          className={`inline-flex items-center gap-1.5 rounded-full border px-3 py-1 text-meta font-semibold whitespace-nowrap ${colours}`}
        >
          <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={2.5} />
          {words}
        </span>
      </button>
    </output>
  );
}
