import { useEffect, useRef, useState } from 'react';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useRecoveryOffers, useSession } from '#src/data/hooks/index.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { OfferCard } from './offer-card.tsx';

/** After a restore: what phones have of others and the server has not; the owner brings it back. */
export function RecoveryScreen() {
  const goBack = useGoBack('/more');
  const { demo } = useSession();
  return (
    <>
      <TopBar title={m.recovery_title()} onBack={goBack} />
      <div className="narrow max-w-3xl pb-12 rail:px-2 desk:px-4">
        {demo ? (
          <div className="py-6">
            <EmptyState>{m.recovery_demo()}</EmptyState>
          </div>
        ) : (
          <Offers />
        )}
      </div>
    </>
  );
}

function Offers() {
  const isOnline = useOnline();
  const { answer, refresh } = useRecoveryOffers(isOnline);
  const [said, setSaid] = useState<{ readonly words: string } | undefined>();
  const line = useRef<HTMLOutputElement>(null);
  const onAnswered = (words: string): void => {
    setSaid({ words });
    void refresh();
  };
  // The button that had the focus goes with its card, once its dialog has closed.
  useEffect(() => {
    if (said !== undefined) line.current?.focus();
  }, [said]);
  return (
    <>
      <OfflineNote needsSignal={m.recovery_needs_signal()} />
      <output ref={line} tabIndex={-1} className="block outline-none">
        {said !== undefined && (
          <span className="block bg-received-soft px-gutter py-3 font-semibold text-received">
            {said.words}
          </span>
        )}
      </output>
      {answer === undefined && isOnline && <Skeleton label={m.recovery_loading()} />}
      {answer?.ok === false && (
        <div className="flex flex-col gap-3 pb-3">
          <ServerAnswer refusal={answer.reason} needsSignal={m.recovery_needs_signal()} />
          <div className="px-gutter">
            <Button onClick={() => void refresh()}>{m.recovery_try_again()}</Button>
          </div>
        </div>
      )}
      {answer?.ok === true && answer.value.length === 0 && (
        <div className="py-6">
          <EmptyState>{m.recovery_none()}</EmptyState>
        </div>
      )}
      {answer?.ok === true && answer.value.length > 0 && (
        <>
          <p className="px-gutter py-4 text-ink-2">{m.recovery_text()}</p>
          <ul className="border-t border-rule">
            {answer.value.map((offer) => (
              <OfferCard
                key={offer.id}
                offer={offer}
                isOnline={isOnline}
                onAnswered={onAnswered}
                onChanged={() => void refresh()}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
