import { bareId, documentId } from '@revops/domain';
import { useState } from 'react';
import { useParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useJob } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import type { JobDetail } from '#src/data/views.ts';
import { Making } from './making.tsx';
import { NotHereYet } from './not-here-yet.tsx';
import { usePapersPart } from './use-papers-part.ts';

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
  return <Loaded job={job.value} onBack={goBack} />;
}

interface LoadedProps {
  readonly job: JobDetail;
  readonly onBack: () => void;
}

function Loaded({ job, onBack }: LoadedProps) {
  const [attempt, setAttempt] = useState(0);
  const loaded = usePapersPart(attempt);
  if (loaded.status === 'here') return <loaded.part.JobPapers job={job} onBack={onBack} />;
  return (
    <>
      <TopBar title={m.papers_title()} onBack={onBack} />
      <div className="px-gutter py-6">
        {loaded.status === 'loading' ? <Making /> : <NotHereYet onAgain={() => setAttempt(attempt + 1)} />}
      </div>
    </>
  );
}
