import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useSession, useSync } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** Why a link leads nowhere on this phone. */
export function NoSuchJob() {
  const session = useSession();
  const { fetching } = useSync();
  const why =
    fetching === undefined
      ? session.role === 'owner'
        ? m.job_missing_owner()
        : m.job_missing_manager()
      : m.job_missing_fetching({ missing: fetching.total - fetching.done });
  return (
    <div className="pt-6">
      <EmptyState action={<ButtonLink to="/jobs">{m.job_missing_action()}</ButtonLink>}>
        {m.job_missing()} {why}
      </EmptyState>
    </div>
  );
}
