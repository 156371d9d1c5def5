import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import { useHandOvers, useSession } from '#src/data/hooks/index.ts';
import type { HandOverView } from '#src/data/views.ts';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { AgreedAhead } from './agreed-ahead.tsx';
import { DayCloses } from './day-closes.tsx';
import { Deposits } from './deposits.tsx';
import { HandOverSlips } from './hand-over-slips.tsx';
import { RejectHandOver } from './reject-hand-over.tsx';

/** Cash that people handed over: what waits for a word first, then what became of the rest. */
export function HandOversScreen() {
  const { role, userId } = useSession();
  const acts = useActs();
  const own = role === 'owner' ? {} : { person: userId };
  const [rejecting, setRejecting] = useState<HandOverView | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const handOvers = useHandOvers({ ...own, limit: 200 });

  async function decide(
    handOver: HandOverView,
    verdict: 'confirmed' | 'rejected' | 'withdrawn',
    reason?: string,
  ): Promise<boolean> {
    const decision = { verdict, ...(reason !== undefined && { reason }) };
    let isSaved = false;
    try {
      isSaved = (await acts.decideHandOver(handOver.id, decision)).ok;
      setProblem(isSaved ? undefined : m.money_decision_problem());
    } catch (error) {
      setProblem(notSavedWords(error));
    }
    if (!isSaved || verdict === 'withdrawn') return isSaved;
    const text = verdict === 'confirmed' ? m.money_undo_confirmed() : m.money_undo_rejected();
    offerUndo(text, () => void decide(handOver, 'withdrawn'));
    return true;
  }

  if (handOvers.status === 'loading') {
    return (
      <>
        <TopBar title={m.money_hand_overs_title()} />
        <Skeleton label={m.money_loading()} />
      </>
    );
  }
  const waiting = handOvers.value.filter(({ state }) => state === 'waiting');
  const earlier = handOvers.value.filter(({ state }) => state !== 'waiting');
  return (
    <>
      <TopBar title={m.money_hand_overs_title()} />
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <div className="on-desk pb-8 desk:grid desk:grid-cols-2 desk:items-start desk:gap-6">
        <div>
          <div className="px-gutter pt-4">
            <ButtonLink to="/money/scan" icon={ScanLine}>
              {m.cash_scan_title()}
            </ButtonLink>
          </div>
          <AgreedAhead />
          <section>
            <SectionHeading count={waiting.length}>{m.money_waiting()}</SectionHeading>
            {waiting.length === 0 && <EmptyState>{m.money_none_waiting()}</EmptyState>}
            <HandOverSlips handOvers={waiting} onDecide={decide} onReject={setRejecting} />
          </section>
          <Deposits {...own} />
          <DayCloses {...own} />
        </div>
        {earlier.length > 0 && (
          <section>
            <SectionHeading>{m.money_history()}</SectionHeading>
            <HandOverSlips handOvers={earlier} onDecide={decide} onReject={setRejecting} />
          </section>
        )}
      </div>
      <RejectHandOver
        handOver={rejecting}
        onClose={() => setRejecting(undefined)}
        onReject={(handOver, reason) => {
          setRejecting(undefined);
          return decide(handOver, 'rejected', reason);
        }}
      />
    </>
  );
}
