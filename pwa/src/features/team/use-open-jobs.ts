import { isFinal, jobStatusSchema } from '@revops/domain';
import { useStatusCounts } from '#src/data/hooks/index.ts';

/** The cars at a person's desk that are not delivered yet. */
export function useOpenJobs(desk: string): number {
  const counts = useStatusCounts(desk);
  if (counts.status === 'loading') return 0;
  return jobStatusSchema.options
    .filter((status) => !isFinal(status))
    .reduce((sum, status) => sum + counts.value[status], 0);
}
