import { useNavigate, useParams } from 'react-router';
import { Draft } from '#src/components/drafts/draft.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useHandOvers, usePayments, usePeople } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { TakeOverForm, type TakeOverValues } from './take-over-form.tsx';

/** More than anybody holds at once. */
const enough = 2000;

/** An owner counts and takes over the cash of somebody else; what is missing stays in the book against that person. */
export function TakeOverScreen() {
  const id = useParams()['id'] ?? '';
  const navigate = useNavigate();
  const back = useGoBack(`/team/${id}/leave`);
  const people = usePeople();
  const payments = usePayments({ states: ['waiting', 'confirmed'], collectedBy: id, limit: enough });
  const handOvers = useHandOvers({ person: id, limit: enough });
  const isLoading = [people, payments, handOvers].some(({ status }) => status === 'loading');
  const person = people.status === 'ready' ? people.value.find((one) => one.id === id) : undefined;
  if (person === undefined || payments.status === 'loading' || handOvers.status === 'loading')
    return (
      <>
        <TopBar title={m.team_take_over()} onBack={back} />
        {isLoading ? (
          <Skeleton rows={6} />
        ) : (
          <EmptyState action={<ButtonLink to="/team">{m.team_title()}</ButtonLink>}>
            {m.team_leave_unknown()}
          </EmptyState>
        )}
      </>
    );
  return (
    <Draft<TakeOverValues> form="take-over" about={`member:${id}`}>
      {(draft) => (
        <TakeOverForm
          draft={draft}
          person={person}
          payments={payments.value.items}
          handOvers={handOvers.value.filter(({ document }) => document.from === id)}
          onBack={back}
          onSaved={() => void navigate(`/team/${id}/leave`, { replace: true })}
        />
      )}
    </Draft>
  );
}
