import { formatMoney, type Money } from '@revops/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Draft } from '#src/components/drafts/draft.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useCash, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { DepositForm, type DepositValues } from './deposit-form.tsx';
import { SavedScreen } from './saved-screen.tsx';

/** Cash brought to the bank: an owner's leaves the hand at once, a manager's when an owner has said so. */
export function DepositScreen() {
  const { userId, role } = useSession();
  const navigate = useNavigate();
  const formats = useFormats();
  const cash = useCash(userId);
  const [saved, setSaved] = useState<Money | undefined>();
  const back = (): void => void navigate('/money');
  if (saved !== undefined) {
    const amount = formatMoney(saved, formats);
    return (
      <SavedScreen title={m.cash_deposit_title()} onDone={back}>
        {role === 'owner' ? m.cash_deposit_saved_owner({ amount }) : m.cash_deposit_saved({ amount })}
      </SavedScreen>
    );
  }
  if (cash.status === 'loading')
    return (
      <>
        <TopBar title={m.cash_deposit_title()} onBack={back} />
        <Skeleton label={m.money_loading()} rows={6} />
      </>
    );
  return (
    <Draft<DepositValues> form="deposit">
      {(draft) => (
        <DepositForm draft={draft} held={cash.value.held.amount} onBack={back} onSaved={setSaved} />
      )}
    </Draft>
  );
}
