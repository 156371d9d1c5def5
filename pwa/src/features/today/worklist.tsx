import { Plus } from 'lucide-react';
import { NoCar } from '#src/components/empty/no-car.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { JobView, WorklistView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { RejectedRow } from './rejected-row.tsx';
import { WorkRow } from './work-row.tsx';

export interface WorklistProps {
  readonly desk: string;
  readonly view: WorklistView;
  /** The first sync is under way: an empty list is then no news. */
  readonly isFetching: boolean;
  /** This desk has had a car before, so an empty list means that all is done; undefined until that is known. */
  readonly hasJobs: boolean | undefined;
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly jobs: readonly JobView[];
  readonly isLate?: boolean;
}

/** The groups in the order of their urgency; empty ones are left out. The amounts are what is still to collect. */
export function Worklist({ desk, view, isFetching, hasJobs }: WorklistProps) {
  const urgent: Group[] = [
    { key: 'late', title: m.today_late(), jobs: view.late, isLate: true },
    { key: 'ready', title: m.today_ready(), jobs: view.ready },
    { key: 'promised', title: m.today_promised(), jobs: view.promisedToday },
  ];
  const later: Group[] = [
    { key: 'parts', title: m.today_parts(), jobs: view.waitingForParts },
    { key: 'others', title: m.today_others(), jobs: view.others },
  ];
  const isUrgent = view.rejected.length > 0 || urgent.some((group) => group.jobs.length > 0);
  const isLater = later.some((group) => group.jobs.length > 0);
  if (!isUrgent && !isLater)
    return isFetching || hasJobs === undefined ? null : <NoOpenCar desk={desk} hasJobs={hasJobs} />;
  return (
    <div className="pb-8 desk:grid desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] desk:items-start desk:gap-x-6 desk:px-8 desk:[--gutter:1rem]">
      <div className="min-w-0">
        {view.rejected.length > 0 && (
          <section>
            <SectionHeading tone="refused" count={view.rejected.length}>
              {m.today_rejected()}
            </SectionHeading>
            <ul className="border-t border-rule">
              {view.rejected.map((payment) => (
                <li key={payment.id}>
                  <RejectedRow payment={payment} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {urgent.map((group) => (
          <JobGroup key={group.key} group={group} />
        ))}
        {!isUrgent && <p className="px-gutter pt-6 text-ink-2">{m.today_all_done()}</p>}
      </div>
      <div className="min-w-0">
        {later.map((group) => (
          <JobGroup key={group.key} group={group} />
        ))}
      </div>
    </div>
  );
}

function JobGroup({ group: { title, jobs, isLate = false } }: { readonly group: Group }) {
  if (jobs.length === 0) return null;
  return (
    <section>
      <SectionHeading tone={isLate ? 'refused' : 'plain'} count={jobs.length} aside={m.today_to_collect()}>
        {title}
      </SectionHeading>
      <ul className="border-t border-rule">
        {jobs.map((job) => (
          <li key={job.id}>
            <WorkRow job={job} isLate={isLate} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoOpenCar(props: { readonly desk: string; readonly hasJobs: boolean }) {
  return (
    <div className="pt-6">
      <EmptyState
        action={
          <ButtonLink to="/jobs/new" icon={Plus}>
            {m.today_new_job()}
          </ButtonLink>
        }
      >
        <NoCar {...props} />
      </EmptyState>
    </div>
  );
}
