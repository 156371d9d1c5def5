import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Draft } from '#src/components/drafts/draft.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useCash, useHandOvers, usePayments, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { HandOverForm, type HandOverValues } from './hand-over-form.tsx';
import { HandedOver, type Slip } from './handed-over.tsx';
import { useReceivers } from './use-receivers.ts';

/** Counting cash and handing it to an owner; nothing moves until that person confirms. */
export function HandOverScreen() {
  const { userId } = useSession();
  const navigate = useNavigate();
  const [slip, setSlip] = useState<Slip | undefined>();
  const cash = useCash(userId);
  const receivers = useReceivers();
  const payments = usePayments({ states: ['waiting', 'confirmed'], collectedBy: userId, limit: 2000 });
  const handOvers = useHandOvers({ person: userId, limit: 2000 });
  const back = (): void => void navigate('/money');
  if (slip !== undefined) return <HandedOver slip={slip} onDone={back} />;
  if (
    cash.status === 'loading' ||
    receivers === undefined ||
    payments.status === 'loading' ||
    handOvers.status === 'loading'
  ) {
    return <Skeleton label={m.money_loading()} rows={6} />;
  }
  if (receivers.length === 0) {
    return (
      <>
        <TopBar title={m.money_count_title()} onBack={back} />
        <EmptyState action={<ButtonLink to="/money">{m.money_back()}</ButtonLink>}>
          {m.money_nobody()}
        </EmptyState>
      </>
    );
  }
  return (
    <Draft<HandOverValues> form="hand-over">
      {(draft) => (
        <HandOverForm
          draft={draft}
          expected={cash.value.held.amount}
          receivers={receivers}
          payments={payments.value.items}
          handOvers={handOvers.value.filter(({ document }) => document.from === userId)}
          onBack={back}
          onSaved={setSlip}
        />
      )}
    </Draft>
  );
}
