import { documentId } from '@revops/domain';
import { useOutlet, useParams } from 'react-router';
import { ListDetail } from '#src/components/layout/list-detail.tsx';
import { useIsDesk } from '#src/platform/is-desk.ts';
import { DeskJobs } from './desk/desk-jobs.tsx';
import { JobsPane } from './jobs-pane.tsx';

/**
 * The jobs: a list on phones and tablets, a table or a board at the desk with the job that is open beside it. Routes
 * below it (`:id`, `:id/pay`) are its detail; without such a route it is the list alone.
 */
export function JobsScreen() {
  const { id } = useParams();
  const detail = useOutlet();
  const isDesk = useIsDesk();
  const current = id === undefined || id.includes(':') ? id : documentId('job', id);
  // A hidden list would go on reading; its place is remembered anyway. The detail stays where it is in the tree: a window
  // that is made wider or turned must not close what is open or being typed in it.
  const list = isDesk ? <DeskJobs current={current} /> : detail === null ? <JobsPane /> : undefined;
  return <ListDetail list={list} detail={detail ?? undefined} isWide />;
}
