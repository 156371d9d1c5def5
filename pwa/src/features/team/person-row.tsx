import { formatMoney } from '@revops/domain';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { roleWords } from './role-words.ts';
import { useOpenJobs } from './use-open-jobs.ts';

interface PersonRowProps {
  readonly person: PersonView;
  readonly onOpen: () => void;
}

/** A person, the cash with them and when their phone was last heard. */
export function PersonRow({ person, onOpen }: PersonRowProps) {
  const formats = useFormats();
  const { userId } = useSession();
  const openJobs = useOpenJobs(person.id);
  const { held, waitingHandOver } = person.cash;
  const heard = person.lastHeard === undefined ? undefined : formatTime(person.lastHeard, formats);
  return (
    <li className="border-b border-rule bg-surface">
      <button
        type="button"
        onClick={onOpen}
        className="fade flex min-h-16 w-full items-center gap-4 px-gutter py-2 text-start -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-strong">
            {person.name}
            {person.id === userId && <span className="font-normal text-ink-2"> · {m.team_you()}</span>}
          </span>
          <span className="block text-meta text-ink-2">
            {roleWords(person.role)} ·{' '}
            {heard === undefined ? m.team_never_heard() : m.team_heard({ time: heard })}
            {openJobs > 0 && ` · ${m.team_open_jobs_count({ count: openJobs })}`}
          </span>
        </span>
        <span className="shrink-0 text-end">
          <span className="block">
            <Money amount={held.amount} size="strong" />
          </span>
          {waitingHandOver.amount !== 0 && (
            <span className="block text-meta text-waiting">
              {m.team_handed_over({ amount: formatMoney(waitingHandOver.amount, formats) })}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
