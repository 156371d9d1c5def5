import { formatMoney, handOverCode, offerOf } from '@revops/domain';
import { ScanLine } from 'lucide-react';
import { useParams } from 'react-router';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useHandOver, useHandOverCover, useSession } from '#src/data/hooks/index.ts';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { ShownCode } from './shown-code.tsx';

/** The giver's screen: the hand-over as a code that the receiver scans, with signal or without. */
export function CodeScreen() {
  const id = `settlement:${useParams()['id'] ?? ''}`;
  const handOver = useHandOver(id);
  const back = useGoBack('/money');
  if (handOver.status === 'ready' && handOver.value !== undefined)
    return <OfferCode handOver={handOver.value} onBack={back} />;
  return (
    <>
      <TopBar title={m.cash_code_title()} onBack={back} />
      {handOver.status === 'loading' ? (
        <Skeleton label={m.money_loading()} />
      ) : (
        <EmptyState action={<ButtonLink to="/money">{m.money_back()}</ButtonLink>}>
          {m.cash_code_not_here()}
        </EmptyState>
      )}
    </>
  );
}

interface OfferCodeProps {
  readonly handOver: HandOverView;
  readonly onBack: () => void;
}

function OfferCode({ handOver, onBack }: OfferCodeProps) {
  const { workshopId } = useSession();
  const formats = useFormats();
  const cover = useHandOverCover(handOver.id);
  const { toName: name, document, state } = handOver;
  const amount = formatMoney(handOver.amount, formats);
  if (cover.status === 'loading') return <TopBar title={m.cash_code_title()} onBack={onBack} />;
  const code = handOverCode(offerOf(document, cover.value?.sum ?? 0), workshopId);
  return (
    <TaskScreen
      title={m.cash_code_title()}
      onBack={onBack}
      footer={
        <ButtonLink to="/money/scan" variant="fill" size="main" wide icon={ScanLine}>
          {m.cash_code_scan_answer()}
        </ButtonLink>
      }
    >
      <div className="border-b border-rule bg-surface px-gutter py-4 text-center">
        <h2 className="text-ink-2">{m.cash_code_to({ name })}</h2>
        <Money amount={handOver.amount} size="xl" />
      </div>
      {state !== 'waiting' && <EmptyState>{stateWords[state]({ name, amount })}</EmptyState>}
      {state === 'waiting' && code === undefined && <EmptyState>{m.cash_code_none()}</EmptyState>}
      {state === 'waiting' && code !== undefined && (
        <ShownCode code={code} label={m.cash_code_label({ name, amount })}>
          {m.cash_code_how({ name, amount })}
        </ShownCode>
      )}
    </TaskScreen>
  );
}

const stateWords = {
  confirmed: m.cash_code_confirmed,
  rejected: m.cash_code_rejected,
} as const;
