import type { JobStatusValue } from '@revops/domain';
import { StatusTrack } from '#src/components/ui/status-track.tsx';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';

/** Where the job stands on its way; waiting for parts is a stop within the work, a cancelled job is on no way. */
export function JobTrack({ status }: { readonly status: JobStatusValue }) {
  if (status === 'cancelled') return <p className="font-bold text-refused">{statusWord(status)}</p>;
  const steps = [
    { key: 'pending', label: status === 'pending' ? statusWord('pending') : m.job_step_pending() },
    {
      key: 'in_progress',
      label: status === 'waiting_for_parts' ? statusWord('waiting_for_parts') : m.job_step_in_progress(),
    },
    { key: 'quality_check', label: m.job_step_quality_check() },
    { key: 'completed', label: status === 'completed' ? statusWord('completed') : m.job_step_completed() },
    { key: 'delivered', label: m.job_step_delivered() },
  ];
  return (
    <StatusTrack
      label={m.job_progress()}
      steps={steps}
      current={status === 'waiting_for_parts' ? 'in_progress' : status}
    />
  );
}
