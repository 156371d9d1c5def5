import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { usePeople, useSession } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { LeavingCash } from './leaving-cash.tsx';
import { LeavingJobs } from './leaving-jobs.tsx';
import { RemovePerson } from './remove-person.tsx';
import { useUnsentOf } from './use-unsent-of.ts';

/** Somebody leaves: first the cash, then the jobs, then what is still on their phone, and only then the key. */
export function LeaveScreen() {
  const id = useParams()['id'] ?? '';
  const people = usePeople();
  const back = useGoBack('/team');
  const person = people.status === 'ready' ? people.value.find((one) => one.id === id) : undefined;
  if (person !== undefined) return <Leave person={person} onBack={back} />;
  return (
    <>
      <TopBar title={m.team_remove()} onBack={back} />
      {people.status === 'loading' ? (
        <Skeleton rows={4} />
      ) : (
        <EmptyState action={<ButtonLink to="/team">{m.team_title()}</ButtonLink>}>
          {m.team_leave_unknown()}
        </EmptyState>
      )}
    </>
  );
}

interface LeaveProps {
  readonly person: PersonView;
  readonly onBack: () => void;
}

function Leave({ person, onBack }: LeaveProps) {
  const { userId, demo } = useSession();
  const navigate = useNavigate();
  const [isRemoving, setIsRemoving] = useState(false);
  const mayRemove = person.active && person.id !== userId && !demo;
  return (
    <>
      <TopBar title={m.team_leave_title({ name: person.name })} onBack={onBack} />
      <div className="narrow max-w-3xl pb-10">
        <SectionHeading>{m.team_leave_cash()}</SectionHeading>
        <LeavingCash person={person} />
        <SectionHeading>{m.team_leave_jobs()}</SectionHeading>
        <LeavingJobs person={person} />
        <SectionHeading>{m.team_leave_phone()}</SectionHeading>
        <Unsent person={person} />
        {mayRemove && (
          <div className="px-gutter py-6">
            <Button variant="danger" size="main" wide onClick={() => setIsRemoving(true)}>
              {m.team_remove()}
            </Button>
          </div>
        )}
      </div>
      <RemovePerson
        person={person}
        open={isRemoving}
        onClose={() => setIsRemoving(false)}
        onRemoved={() => void navigate('/team')}
      />
    </>
  );
}

/** What becomes of work that only that phone has. */
function Unsent({ person }: { readonly person: PersonView }) {
  const formats = useFormats();
  const missing = useUnsentOf(person.id);
  const heard = person.lastHeard === undefined ? undefined : formatTime(person.lastHeard, formats);
  return (
    <div className="flex flex-col gap-2 border-y border-rule bg-surface px-gutter py-4">
      <p className="font-semibold">
        {heard === undefined ? m.team_leave_never_heard() : m.team_leave_heard({ time: heard })}
      </p>
      {missing > 0 && (
        <p className="font-semibold text-refused">{m.team_remove_missing({ count: missing })}</p>
      )}
      <p className="text-ink-2">{m.team_leave_unsent()}</p>
    </div>
  );
}
