import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { JobView } from '#src/data/views.ts';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';
import { FileJobRow } from './file-job-row.tsx';

export interface JobRowsProps {
  readonly title: string;
  readonly jobs: readonly JobView[];
  /** Said where there is none. */
  readonly none: string;
}

// More are there for a fleet; they are asked for.
const page = 20;

/** Jobs under a heading. */
export function JobRows({ title, jobs, none }: JobRowsProps) {
  const [limit, setLimit] = useState(page);
  return (
    <section>
      <SectionHeading {...(jobs.length > 0 && { count: jobs.length })}>{title}</SectionHeading>
      {jobs.length === 0 ? (
        <p className="border-y border-rule bg-surface px-gutter py-3 text-ink-2">{none}</p>
      ) : (
        <ul className="border-t border-rule">
          {jobs.slice(0, limit).map((job) => (
            <li key={job.id}>
              <FileJobRow job={job} />
            </li>
          ))}
        </ul>
      )}
      {jobs.length > limit && (
        <div className="px-gutter pt-3">
          <Button wide onClick={() => setLimit(limit + page)}>
            {m.customers_show_more()}
          </Button>
        </div>
      )}
    </section>
  );
}
