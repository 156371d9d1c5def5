import type { JobStatusValue } from '@revops/domain';
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  PackageSearch,
  ScanSearch,
  Truck,
  type LucideIcon,
} from 'lucide-react';
import { statusWord } from '#src/words/status-words.ts';

const looks: Readonly<Record<JobStatusValue, { icon: LucideIcon; colour: string }>> = {
  pending: { icon: CircleDashed, colour: 'text-ink-3' },
  in_progress: { icon: CircleDot, colour: 'text-carbon' },
  waiting_for_parts: { icon: PackageSearch, colour: 'text-waiting' },
  quality_check: { icon: ScanSearch, colour: 'text-carbon' },
  completed: { icon: CircleCheck, colour: 'text-received' },
  delivered: { icon: Truck, colour: 'text-ink-3' },
  cancelled: { icon: Ban, colour: 'text-refused' },
};

/** A status in its word, with a sign that the eye finds in a column. */
export function StatusMark({ status }: { readonly status: JobStatusValue }) {
  const { icon: Icon, colour } = looks[status];
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <Icon aria-hidden="true" className={`size-4 shrink-0 ${colour}`} strokeWidth={2.5} />
      <span className="truncate">{statusWord(status)}</span>
    </span>
  );
}
