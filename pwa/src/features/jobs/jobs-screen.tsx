import { documentId } from '@revops/domain';
import type { ReactNode } from 'react';
import { useOutlet, useParams } from 'react-router';
import { ListDetail } from '#src/components/layout/list-detail.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useIsDesk } from '#src/platform/is-desk.ts';
import { m } from '#src/words/compiled/messages.js';
import { JobsPane } from './jobs-pane.tsx';
import { useLaterDesk } from './use-later-desk.ts';

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
  const list = isDesk ? <Desk current={current} /> : detail === null ? <JobsPane /> : undefined;
  return <ListDetail list={list} detail={detail ?? undefined} isWide />;
}

/** The table or the board; while a device that never had them is without signal, the list of the phone. */
function Desk({ current }: { readonly current: string | undefined }): ReactNode {
  const desk = useLaterDesk();
  // The heading is there at once: a screen reader that arrives meanwhile has to hear where it is.
  if (desk.status === 'loading') return <TopBar title={m.jobs_title()} />;
  if (desk.status === 'here') return <desk.DeskJobs current={current} />;
  return (
    <>
      <Banner action={<Button onClick={desk.again}>{m.jobs_desk_again()}</Button>}>
        {m.jobs_desk_missing()}
      </Banner>
      <JobsPane />
    </>
  );
}
