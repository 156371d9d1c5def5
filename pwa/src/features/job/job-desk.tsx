import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { usePeople, useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { ReassignSheet } from './reassign-sheet.tsx';

/** Whose desk the job is at, and for an owner the way to another. One who works alone has no desks. */
export function JobDesk({ job }: { readonly job: JobDetail }) {
  const { role, userId } = useSession();
  const people = usePeople();
  const [isMoving, setIsMoving] = useState(false);
  if (role !== 'owner' || people.status === 'loading') return null;
  const holder = people.value.find(({ id }) => id === job.desk);
  const desks = people.value.filter(
    (person) =>
      person.active && (person.role === 'owner' || person.role === 'manager') && person.id !== job.desk,
  );
  if (desks.length === 0) return null;
  const name = holder?.name ?? m.work_somebody();
  return (
    <div className="-mb-3 flex items-center justify-between gap-x-4 border-t border-rule pt-1">
      <p className="min-w-0 py-2">
        <span className="text-ink-2">{m.job_desk()}</span>{' '}
        <span className="text-strong">{job.desk === userId ? m.job_desk_you({ name }) : name}</span>
        {holder?.active === false && (
          <span className="block text-meta text-waiting">{m.job_desk_gone()}</span>
        )}
      </p>
      <Button
        variant="text"
        icon={ArrowRightLeft}
        className="-me-4 shrink-0"
        aria-haspopup="dialog"
        aria-label={m.job_desk_move()}
        onClick={() => setIsMoving(true)}
      >
        {m.job_desk_move_short()}
      </Button>
      <ReassignSheet
        open={isMoving}
        onClose={() => setIsMoving(false)}
        job={job}
        holder={holder}
        desks={desks}
      />
    </div>
  );
}
