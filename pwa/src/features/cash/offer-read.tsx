import { formatMoney, handOverCode, isReceiptOf, type HandOverOffer } from '@revops/domain';
import { useState } from 'react';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { useActs } from '#src/data/acts.ts';
import { useHandOver, useSession } from '#src/data/hooks/index.ts';
import type { HandOverView } from '#src/data/views.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { CoversLine } from '#src/components/cash/covers-line.tsx';
import { ShownCode } from './shown-code.tsx';
import { usePersonWord } from './use-person-word.ts';

interface OfferReadProps {
  readonly offer: HandOverOffer;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** The receiver's screen: what was scanned, and the one word that says that the cash is here. */
export function OfferRead({ offer, onBack, onAgain }: OfferReadProps) {
  const formats = useFormats();
  const acts = useActs();
  const known = useHandOver(offer.settlementId);
  const [isAgreed, setIsAgreed] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const word = usePersonWord();
  const from = word(offer.from);
  const amount = formatMoney(offer.amount, formats);
  const here = known.status === 'ready' ? known.value : undefined;
  const refusal = useRefusal(offer, here);
  if (isAgreed) return <AgreedCode offer={offer} onBack={onBack} />;

  async function agree(): Promise<void> {
    const { settlementId, to, amount: agreed } = offer;
    try {
      // Where the hand-over is here already the usual word is said, which confirms an owner's payments too.
      const saved =
        here === undefined
          ? await acts.agreeHandOver({ settlementId, from: offer.from, to, amount: agreed })
          : await acts.decideHandOver(settlementId, { verdict: 'confirmed' });
      if (!saved.ok) return setProblem(problemWord(saved.reason));
    } catch (error) {
      return setProblem(notSavedWords(error));
    }
    vibrateSaved();
    return setIsAgreed(true);
  }

  return (
    <TaskScreen
      title={m.cash_offer_title({ name: from })}
      onBack={onBack}
      footer={
        refusal === undefined ? (
          <Button
            variant="fill"
            size="main"
            wide
            disabled={known.status === 'loading'}
            onClick={() => void agree()}
          >
            {m.money_confirm({ amount })}
          </Button>
        ) : (
          <Button size="main" wide onClick={onAgain}>
            {m.cash_scan_again()}
          </Button>
        )
      }
    >
      {(refusal ?? problem) !== undefined && <Banner tone="refused">{refusal ?? problem}</Banner>}
      <div className="flex flex-col gap-1 border-b border-rule bg-surface px-gutter py-6">
        <span className="text-ink-2">{m.cash_offer_amount({ name: from })}</span>
        <Money amount={offer.amount} size="xl" />
        <CoversLine count={offer.covers.count} sum={offer.covers.amount} amount={offer.amount} />
      </div>
      {refusal === undefined && <p className="px-gutter py-4 text-ink-2">{m.cash_offer_count_first()}</p>}
    </TaskScreen>
  );
}

/** Why this person on this phone cannot agree to it. */
function useRefusal(offer: HandOverOffer, here: HandOverView | undefined): string | undefined {
  const { userId } = useSession();
  const word = usePersonWord();
  if (offer.from === userId) return m.cash_offer_own({ name: word(offer.to) });
  if (offer.to !== userId) return m.cash_offer_for_other({ name: word(offer.to) });
  if (here === undefined) return undefined;
  if (!isReceiptOf(here.document, offer)) return m.work_problem_hand_over_differs();
  if (here.state === 'confirmed') return m.cash_offer_confirmed();
  return here.state === 'rejected' ? m.cash_offer_rejected() : undefined;
}

/** Agreed: the giver's phone can scan it, and does not have to. */
function AgreedCode({ offer, onBack }: Pick<OfferReadProps, 'offer' | 'onBack'>) {
  const { workshopId } = useSession();
  const formats = useFormats();
  const name = usePersonWord()(offer.from);
  const amount = formatMoney(offer.amount, formats);
  const { settlementId, from, to } = offer;
  const code = handOverCode({ kind: 'answer', settlementId, from, to, amount: offer.amount }, workshopId);
  return (
    <TaskScreen
      title={m.cash_agreed_title()}
      footer={
        <Button variant="fill" size="main" wide onClick={onBack}>
          {m.cash_done()}
        </Button>
      }
    >
      <Banner tone="received">{m.cash_agreed_saved({ name, amount })}</Banner>
      {code !== undefined && (
        <ShownCode code={code} label={m.cash_agreed_label({ name })}>
          {m.cash_agreed_how({ name })}
        </ShownCode>
      )}
    </TaskScreen>
  );
}
