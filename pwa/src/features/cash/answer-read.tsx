import { formatMoney, isReceiptOf, type HandOverAnswer } from '@revops/domain';
import { useEffect } from 'react';
import { keepSeenAnswer } from '#src/components/cash/seen-answers.ts';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { useHandOver, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { usePersonWord } from './use-person-word.ts';

interface AnswerReadProps {
  readonly answer: HandOverAnswer;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** The giver's screen after the receiver agreed. It is only shown: what counts is what the receiver's phone sends. */
export function AnswerRead({ answer, onBack, onAgain }: AnswerReadProps) {
  const { userId } = useSession();
  const formats = useFormats();
  const handOver = useHandOver(answer.settlementId);
  const name = usePersonWord()(answer.to);
  const own = handOver.status === 'ready' ? handOver.value : undefined;
  const isOwn = answer.from === userId && own !== undefined && isReceiptOf(own.document, answer);
  const { settlementId } = answer;
  useEffect(() => {
    if (isOwn) void keepSeenAnswer(settlementId);
  }, [isOwn, settlementId]);
  if (handOver.status === 'loading') return null;
  const amount = formatMoney(answer.amount, formats);
  return (
    <TaskScreen
      title={m.cash_answer_title()}
      onBack={onBack}
      footer={
        <Button
          size="main"
          wide
          {...(isOwn && { variant: 'fill' as const })}
          onClick={isOwn ? onBack : onAgain}
        >
          {isOwn ? m.cash_done() : m.cash_scan_again()}
        </Button>
      }
    >
      <Banner tone={isOwn ? 'received' : 'refused'}>
        {isOwn ? m.cash_answer_agreed({ name, amount }) : m.cash_answer_not_yours()}
      </Banner>
      {isOwn && (
        <div className="border-b border-rule bg-surface px-gutter py-6">
          <span className="block text-ink-2">{m.cash_code_to({ name })}</span>
          <Money amount={answer.amount} size="xl" />
          <p className="pt-2 text-ink-2">{m.cash_answer_then({ name })}</p>
        </div>
      )}
    </TaskScreen>
  );
}
