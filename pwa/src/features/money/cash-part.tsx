import { LaterMissing } from '#src/components/later/not-here-yet.tsx';
import { useLater } from '#src/components/later/use-later.ts';

const load = () => import('./later-cash.ts');

/** What a person agreed to and what is on its way. */
export function AheadPart() {
  const later = useLater(load);
  return later.status === 'here' ? <later.part.AgreedAhead /> : null;
}

/** What a person brought to the bank, and the days that were closed. */
export function CashPart({ person }: { readonly person: string }) {
  const later = useLater(load);
  if (later.status === 'missing') return <LaterMissing onAgain={later.again} />;
  if (later.status === 'loading') return null;
  const { Deposits, DayCloses } = later.part;
  return (
    <>
      <Deposits person={person} />
      <DayCloses person={person} />
    </>
  );
}
