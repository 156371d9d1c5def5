import { bareId } from '@revops/domain';
import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { MovedMark } from '#src/components/ui/moved-mark.tsx';
import { useMovedJobs } from '#src/data/hooks/index.ts';

/** Above the list: what went to another desk before this phone could send everything of it. */
export function MovedJobs() {
  const moved = useMovedJobs();
  if (moved.status === 'loading' || moved.value.length === 0) return null;
  return (
    <ul className="shrink-0">
      {moved.value.map(({ id, entriesWaiting }) => (
        <li key={id} className="border-b border-rule bg-waiting-soft">
          <Link
            to={`/jobs/${bareId(id)}`}
            className="flex min-h-14 items-center justify-between gap-3 px-gutter py-2 -outline-offset-3"
          >
            <MovedMark count={entriesWaiting} />
            <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-waiting" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
