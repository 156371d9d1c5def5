import { documentId } from '@revops/domain';
import { useParams } from 'react-router';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { PhotoStrip } from '#src/components/photos/photo-strip.tsx';
import { useJob } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { JobBill } from './job-bill.tsx';
import { JobCard } from './job-card.tsx';
import { JobDiscounts } from './job-discounts.tsx';
import { JobFooter } from './job-footer.tsx';
import { JobHead } from './job-head.tsx';
import { JobPayments } from './job-payments.tsx';
import { JobTimeline } from './job-timeline.tsx';
import { NoSuchJob } from './no-such-job.tsx';

/** One job: whose car, what is owed and paid, what happened, and the next move. */
export function JobScreen() {
  const { id = '' } = useParams();
  const jobId = id.includes(':') ? id : documentId('job', id);
  const job = useJob(jobId);
  const onBack = useGoBack('/jobs');
  if (job.status === 'loading') return <TopBar title={m.job_title_plain()} onBack={onBack} />;
  if (job.value === undefined) {
    return (
      <>
        <TopBar title={m.job_title_plain()} onBack={onBack} />
        <NoSuchJob id={jobId} />
      </>
    );
  }
  return <Job key={job.value.id} job={job.value} onBack={onBack} />;
}

interface JobProps {
  readonly job: JobDetail;
  readonly onBack: () => void;
}

function Job({ job, onBack }: JobProps) {
  return (
    <TaskScreen
      title={<span translate="no">{job.number}</span>}
      onBack={onBack}
      footer={<JobFooter job={job} />}
    >
      <div className="flex flex-col pb-6">
        <JobHead job={job} />
        <PhotoStrip job={job} />
        <JobBill job={job} />
        <JobDiscounts job={job} />
        <JobPayments job={job} />
        <JobCard job={job} />
        <JobTimeline job={job} />
      </div>
    </TaskScreen>
  );
}
