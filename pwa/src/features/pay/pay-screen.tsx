import { bareId, documentId } from '@revops/domain';
import { useParams } from 'react-router';
import { Draft } from '#src/components/drafts/draft.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useJob } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { PayForm } from './pay-form.tsx';
import type { PayValues } from './use-pay.ts';

/** Takes money for a job, or gives it back. */
export function PayScreen() {
  const { id = '' } = useParams();
  const jobId = id.includes(':') ? id : documentId('job', id);
  const job = useJob(jobId);
  const goBack = useGoBack(`/jobs/${bareId(jobId)}`);
  if (job.status === 'loading') return <TopBar title={m.pay_title()} onBack={goBack} />;
  if (job.value === undefined) {
    return (
      <>
        <TopBar title={m.pay_title()} onBack={goBack} />
        <div className="pt-6">
          <EmptyState action={<ButtonLink to="/jobs">{m.pay_all_jobs()}</ButtonLink>}>
            {m.pay_missing()}
          </EmptyState>
        </div>
      </>
    );
  }
  const { value } = job;
  return (
    <Draft<PayValues> key={jobId} form="pay" about={jobId}>
      {(draft) => <PayForm job={value} onDone={goBack} draft={draft} />}
    </Draft>
  );
}
