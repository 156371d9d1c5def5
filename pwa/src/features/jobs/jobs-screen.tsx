import { documentId } from '@revops/domain';
import { useOutlet, useParams } from 'react-router';
import { ListDetail } from '#src/components/layout/list-detail.tsx';
import { m } from '#src/words/compiled/messages.js';
import { JobsPane } from './jobs-pane.tsx';
import { useIsDesk } from '#src/platform/is-desk.ts';

/**
 * The list of jobs, and beside it at the desk the job that is open. Routes below it (`:id`, `:id/pay`) are its detail;
 * without such a route it is the list alone.
 */
export function JobsScreen() {
  const { id } = useParams();
  const detail = useOutlet();
  const isDesk = useIsDesk();
  const current = id === undefined || id.includes(':') ? id : documentId('job', id);
  // A hidden list would go on reading; its place is remembered anyway. The detail stays where it is in the tree: a window
  // that is made wider or turned must not close what is open or being typed in it.
  const isListShown = detail === null || isDesk;
  return (
    <ListDetail
      list={isListShown ? <JobsPane current={current} /> : undefined}
      detail={detail ?? undefined}
      nothingOpen={m.jobs_pick()}
    />
  );
}
