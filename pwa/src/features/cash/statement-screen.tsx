import { useState } from 'react';
import { useParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { usePeople, useSession, useStatement } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { StatementDayTable } from './statement-day-table.tsx';
import { StatementPeriod } from './statement-period.tsx';
import { useStatementDays } from './use-statement-days.ts';

const pageSize = 50;

/** Everything that came into one person's hand and left it, by day: for that person, and for an owner about anybody. */
export function StatementScreen() {
  const { userId, role } = useSession();
  const { person = userId } = useParams();
  const isOwn = person === userId;
  const name = usePersonName(person);
  const back = useGoBack(isOwn ? '/money' : '/team');
  const title = isOwn ? m.cash_statement_title() : m.cash_statement_of({ name });
  return (
    <>
      <TopBar title={title} onBack={back} />
      {isOwn || role === 'owner' ? (
        <Statement key={person} person={person} isOwn={isOwn} />
      ) : (
        <EmptyState action={<ButtonLink to="/money/statement">{m.cash_statement_title()}</ButtonLink>}>
          {m.cash_statement_not_yours()}
        </EmptyState>
      )}
    </>
  );
}

function usePersonName(id: string): string {
  const people = usePeople();
  const known = people.status === 'ready' ? people.value.find((person) => person.id === id) : undefined;
  return known?.name ?? m.work_somebody();
}

function Statement({ person, isOwn }: { readonly person: string; readonly isOwn: boolean }) {
  const { timeZone } = useFormats();
  const [limit, setLimit] = useState(pageSize);
  const chosen = useStatementDays();
  const statement = useStatement({ person, limit, timeZone, ...chosen.days });
  if (statement.status === 'loading') return <Skeleton label={m.money_loading()} rows={8} />;
  const { inHand, sums, days, more } = statement.value;
  return (
    <div className="narrow max-w-3xl pb-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule bg-surface px-gutter py-4">
        <span className="text-ink-2">{m.cash_statement_now()}</span>
        <Money amount={inHand.amount} size="l" />
      </div>
      <StatementPeriod {...chosen} sums={sums} />
      {days.length === 0 && (
        <EmptyState>{sums === undefined ? m.cash_statement_none() : m.cash_statement_none_then()}</EmptyState>
      )}
      {days.map((day, index) => (
        <StatementDayTable key={day.day} day={day} isCut={more && index === days.length - 1} isOwn={isOwn} />
      ))}
      {more && (
        <div className="p-4">
          <Button onClick={() => setLimit(limit + pageSize)}>{m.cash_statement_more()}</Button>
        </div>
      )}
    </div>
  );
}
