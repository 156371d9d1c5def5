import { HandCoins, ScrollText } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { Money } from '#src/components/ui/money.tsx';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** The cash that is still with somebody, what of it is under way, and the ways to take it over. */
export function LeavingCash({ person }: { readonly person: PersonView }) {
  const { held, waitingHandOver, waitingDeposit } = person.cash;
  const isUnderWay = waitingHandOver.count + waitingDeposit.count > 0;
  return (
    <div className="flex flex-col gap-3 border-y border-rule bg-surface px-gutter py-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink-2">{m.team_holds()}</span>
        <Money amount={held.amount} size="l" />
      </p>
      {held.amount === 0 && <p className="font-semibold text-received">{m.team_leave_no_cash()}</p>}
      {isUnderWay && <p className="font-semibold text-waiting">{m.team_leave_under_way()}</p>}
      <div className="flex flex-wrap gap-3">
        {isUnderWay && <ButtonLink to="/hand-overs">{m.app_place_hand_overs()}</ButtonLink>}
        {held.amount !== 0 && (
          <ButtonLink to={`/team/${person.id}/cash`} icon={HandCoins}>
            {m.team_take_over()}
          </ButtonLink>
        )}
        <ButtonLink to={`/money/statement/${person.id}`} icon={ScrollText}>
          {m.cash_statement_title()}
        </ButtonLink>
      </div>
    </div>
  );
}
