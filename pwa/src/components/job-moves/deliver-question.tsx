import { bareId, formatMoney, negateMoney } from '@revops/domain';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

export interface DeliverQuestionProps {
  readonly job: Pick<JobView, 'id' | 'billed' | 'balance'>;
  /** Delivers and nothing else. */
  readonly onDeliver: () => void;
}

interface DeliverWords {
  readonly title: string;
  readonly text: string;
  readonly deliver: string;
}

/** What delivering asks while its own sheet has not come to this phone yet: the car leaves, the money might not come. */
export function DeliverQuestion({ job, onDeliver }: DeliverQuestionProps) {
  const words = wordsOf(job, useFormats());
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-strong">{words.title}</p>
      <p className="text-ink-2">{words.text}</p>
      <ButtonLink to={`/jobs/${bareId(job.id)}/pay`} variant="fill" size="main" wide>
        {m.job_deliver_pay()}
      </ButtonLink>
      <Button size="main" wide onClick={onDeliver}>
        {words.deliver}
      </Button>
    </div>
  );
}

function wordsOf(job: Pick<JobView, 'id' | 'billed' | 'balance'>, formats: Formats): DeliverWords {
  if (job.billed === undefined) {
    return {
      title: m.job_deliver_nobill_title(),
      text: m.job_deliver_nobill_text(),
      deliver: m.job_deliver_nobill(),
    };
  }
  if (job.balance < 0) {
    const amount = formatMoney(negateMoney(job.balance), formats);
    return {
      title: m.job_deliver_giveback_title({ amount }),
      text: m.job_deliver_giveback_text(),
      deliver: m.job_deliver_anyway(),
    };
  }
  const amount = formatMoney(job.balance, formats);
  return {
    title: m.job_deliver_title({ amount }),
    text: m.job_deliver_text(),
    deliver: m.job_deliver_due({ amount }),
  };
}
