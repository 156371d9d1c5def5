import { firstClose, formatMoney, type Money } from '@revops/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Draft } from '#src/components/drafts/draft.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useCash, useDayCloses, useSession, useToday } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { CloseDayForm, type CloseDayValues } from './close-day-form.tsx';
import { SavedScreen } from './saved-screen.tsx';

/** The end of the day: what is in the hand against what the book expects, and why it differs. */
export function CloseDayScreen() {
  const { userId } = useSession();
  const navigate = useNavigate();
  const formats = useFormats();
  const today = useToday();
  const cash = useCash(userId);
  const closes = useDayCloses({ person: userId, limit: 30 });
  const [saved, setSaved] = useState<Money | undefined>();
  const back = (): void => void navigate('/money');
  if (saved !== undefined)
    return (
      <SavedScreen title={m.cash_close_title()} onDone={back}>
        {m.cash_close_saved({ amount: formatMoney(saved, formats) })}
      </SavedScreen>
    );
  if (cash.status === 'loading' || closes.status === 'loading')
    return (
      <>
        <TopBar title={m.cash_close_title()} onBack={back} />
        <Skeleton label={m.money_loading()} rows={6} />
      </>
    );
  const ofToday = closes.value.map(({ document }) => document).filter(({ day }) => day === today);
  return (
    <Draft<CloseDayValues> form="close-day">
      {(draft) => (
        <CloseDayForm
          draft={draft}
          expected={cash.value.held.amount}
          earlier={firstClose(ofToday)}
          onBack={back}
          onSaved={setSaved}
        />
      )}
    </Draft>
  );
}
