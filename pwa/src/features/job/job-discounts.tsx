import { BadgePercent } from 'lucide-react';
import { useState } from 'react';
import { DiscountSheet } from '#src/components/waivers/discount-sheet.tsx';
import { WaiverStub } from '#src/components/waivers/waiver-stub.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useColumnDecimals } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** What was let off this job's bill, also what waits or was rejected. */
export function JobDiscounts({ job }: { readonly job: JobDetail }) {
  const decimals = useColumnDecimals(job.waivers.map(({ amount }) => amount));
  if (job.waivers.length === 0) return null;
  return (
    <section>
      <SectionHeading count={job.waivers.length}>{m.waivers_title()}</SectionHeading>
      <ul className="border-t border-rule">
        {job.waivers.map((waiver) => (
          <li key={waiver.id}>
            <WaiverStub waiver={waiver} decimals={decimals} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only who has the job lets something off it, and only what somebody owes. */
export function LetOff({ job }: { readonly job: JobDetail }) {
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const isMine = session.role === 'owner' || job.desk === session.userId;
  if (!isMine || job.balance <= 0) return null;
  return (
    <>
      <Button icon={BadgePercent} onClick={() => setIsOpen(true)} aria-haspopup="dialog" className="grow">
        {m.waivers_let_off()}
      </Button>
      <DiscountSheet open={isOpen} onClose={() => setIsOpen(false)} job={job} />
    </>
  );
}
