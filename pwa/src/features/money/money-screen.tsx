import { bareId, formatMoney } from '@revops/domain';
import { QrCode } from 'lucide-react';
import { RefusedCash } from '#src/components/alarms/refused-cash.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useCash, useHandOvers, useSession } from '#src/data/hooks/index.ts';
import type { CashView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { AheadPart, CashPart } from './cash-part.tsx';
import { CashWays } from './cash-ways.tsx';
import { HandOverSlip } from './hand-over-slip.tsx';
import { MyPayments } from './my-payments.tsx';
import { useReceivers } from './use-receivers.ts';

/** The money of the person in front of the screen: cash in hand, own payments by state, own hand-overs. */
export function MoneyScreen() {
  const { userId, role } = useSession();
  const cash = useCash(userId);
  return (
    <>
      <TopBar title={m.money_title()} />
      <div className="pb-8">
        {cash.status === 'loading' ? (
          <Skeleton rows={1} label={m.money_loading()} />
        ) : (
          <CashWithMe cash={cash.value} userId={userId} />
        )}
        <CashWays />
        {role === 'owner' && <p className="px-gutter pt-3 text-meta text-ink-2">{m.money_owner_note()}</p>}
        <div className="on-desk desk:grid desk:grid-cols-2 desk:items-start desk:gap-6">
          <MyPayments userId={userId} isOwner={role === 'owner'} />
          <div>
            <AheadPart />
            <MyHandOvers userId={userId} />
            <CashPart person={userId} />
          </div>
        </div>
      </div>
    </>
  );
}

function CashWithMe({ cash, userId }: { readonly cash: CashView; readonly userId: string }) {
  const formats = useFormats();
  const { held, waitingHandOver, waitingDeposit, rejected } = cash;
  const mayHandOver = useReceivers()?.length !== 0;
  return (
    <>
      <section className="flex flex-wrap items-center justify-between gap-4 border-b border-rule bg-surface px-gutter py-4">
        <div>
          <h2 className="text-body font-normal text-ink-2">{m.money_cash_with_you()}</h2>
          <Money amount={held.amount} size="l" />
        </div>
        {held.amount > 0 && mayHandOver && (
          <ButtonLink to="/money/hand-over" variant="line">
            {m.money_hand_over()}
          </ButtonLink>
        )}
        <RefusedCash userId={userId} />
        <div className="flex w-full flex-col gap-1 text-meta font-semibold text-waiting empty:hidden">
          {held.unsentAmount !== 0 && (
            <p>{m.money_unsent({ amount: formatMoney(held.unsentAmount, formats) })}</p>
          )}
          {waitingHandOver.count > 0 && (
            <p>{m.money_waiting_hand_over({ amount: formatMoney(waitingHandOver.amount, formats) })}</p>
          )}
          {waitingDeposit.count > 0 && (
            <p>{m.cash_waiting_deposit({ amount: formatMoney(waitingDeposit.amount, formats) })}</p>
          )}
        </div>
      </section>
      {rejected.count > 0 && (
        <Banner tone="refused">
          {m.money_rejected_cash({ amount: formatMoney(rejected.amount, formats) })}
        </Banner>
      )}
    </>
  );
}

function MyHandOvers({ userId }: { readonly userId: string }) {
  const handOvers = useHandOvers({ person: userId, limit: 50 });
  const list = handOvers.status === 'ready' ? handOvers.value : [];
  return (
    <section>
      <SectionHeading>{m.money_my_hand_overs()}</SectionHeading>
      {list.length === 0 ? (
        <EmptyState>{m.money_no_hand_overs()}</EmptyState>
      ) : (
        <ul className="border-t border-rule">
          {list.map((handOver) => (
            <li key={handOver.id}>
              <HandOverSlip handOver={handOver}>
                {handOver.state === 'waiting' && handOver.document.from === userId && (
                  <ButtonLink to={`/money/code/${bareId(handOver.id)}`} icon={QrCode}>
                    {m.money_show_code()}
                  </ButtonLink>
                )}
              </HandOverSlip>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
