import { bareId, documentId } from '@revops/domain';
import { useParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useJob } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { JobPapers } from './job-papers.tsx';

/** The papers of one job, made on this phone. */
export function PapersScreen() {
  const { id = '' } = useParams();
  const jobId = id.includes(':') ? id : documentId('job', id);
  const job = useJob(jobId);
  const goBack = useGoBack(`/jobs/${bareId(jobId)}`);
  if (job.status === 'loading') return <TopBar title={m.papers_title()} onBack={goBack} />;
  if (job.value === undefined) {
    return (
      <>
        <TopBar title={m.papers_title()} onBack={goBack} />
        <div className="pt-6">
          <EmptyState action={<ButtonLink to="/jobs">{m.pay_all_jobs()}</ButtonLink>}>
            {m.papers_missing()}
          </EmptyState>
        </div>
      </>
    );
  }
  return <JobPapers job={job.value} onBack={goBack} />;
}
