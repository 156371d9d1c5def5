import { jobStatusSchema, type JobStatusValue } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';

const looks: Record<JobStatusValue, string> = {
  pending: 'bg-surface text-ink',
  in_progress: 'bg-carbon-soft text-carbon',
  waiting_for_parts: 'bg-waiting-soft text-waiting',
  quality_check: 'bg-sunken text-ink',
  completed: 'bg-received-soft text-received',
  delivered: 'bg-received text-surface',
  cancelled: 'bg-refused-soft text-refused',
};

// Narrower than this, a number does not fit into its part.
const labelShare = 0.07;

/** Where all jobs stand: one bar, and beside each part's look its word and number. */
export function StatusBar({ counts }: { readonly counts: Readonly<Record<JobStatusValue, number>> }) {
  const parts = jobStatusSchema.options
    .map((status) => ({ status, count: counts[status] }))
    .filter(({ count }) => count > 0);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p className="bg-surface px-gutter py-4 text-ink-2">{m.figures_no_jobs()}</p>;
  return (
    <div className="bg-surface px-gutter py-4">
      <div aria-hidden="true" className="flex h-12 overflow-hidden rounded-stamp border border-edge">
        {parts.map(({ status, count }) => (
          <span
            key={status}
            style={{ flexGrow: count }}
            className={`flex min-w-1 basis-0 items-center justify-center border-e border-edge text-meta font-bold last:border-e-0 ${looks[status]}`}
          >
            {count / all >= labelShare && count}
          </span>
        ))}
      </div>
      <ul aria-label={m.figures_status()} className="grid grid-cols-2 gap-x-6 gap-y-1 pt-3 desk:grid-cols-4">
        {parts.map(({ status, count }) => (
          <li key={status} className="flex items-center gap-2 text-meta">
            <span aria-hidden="true" className={`size-4 shrink-0 border border-edge ${looks[status]}`} />
            <span className="min-w-0 flex-1 text-ink-2">{statusWord(status)}</span>
            <span className="font-semibold">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
