import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { MovedMark } from '#src/components/ui/moved-mark.tsx';
import { useMovedJobs, useSession, useSync } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** Why a link leads nowhere on this phone. */
export function NoSuchJob({ id }: { readonly id: string }) {
  const session = useSession();
  const moved = useMovedJobs();
  const { fetching } = useSync();
  const why =
    fetching === undefined
      ? session.role === 'owner'
        ? m.job_missing_owner()
        : m.job_missing_manager()
      : m.job_missing_fetching({ missing: fetching.total - fetching.done });
  const mark = moved.status === 'ready' ? moved.value.find((job) => job.id === id) : undefined;
  if (mark !== undefined) {
    return (
      <div className="pt-6">
        <EmptyState action={<ButtonLink to="/jobs">{m.job_missing_action()}</ButtonLink>}>
          <MovedMark count={mark.entriesWaiting} />
          <span className="block pt-2">{m.job_missing_moved()}</span>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="pt-6">
      <EmptyState action={<ButtonLink to="/jobs">{m.job_missing_action()}</ButtonLink>}>
        {m.job_missing()} {why}
      </EmptyState>
    </div>
  );
}
