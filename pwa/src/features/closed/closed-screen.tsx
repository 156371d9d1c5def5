import { formatMoney } from '@revops/domain';
import { CircleCheck, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CallOwner } from '#src/components/people/call-owner.tsx';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { signOut } from '#src/data/account/index.ts';
import { useSession, useSync } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { m } from '#src/words/compiled/messages.js';

/** What a phone shows that an owner signed out for good: none of the workshop's data, and the ways on for its work. */
export function ClosedScreen() {
  const { workshopName, email } = useSession();
  const { waitingActs, refused, filesWaiting = 0 } = useSync();
  const hasWork = waitingActs + refused + filesWaiting > 0;
  return (
    <DoorScreen title={m.closed_title()} lead={m.closed_lead({ workshop: workshopName })}>
      <div className="flex flex-col gap-5 p-4 rail:p-6">
        <Stand hasWork={hasWork} />
        <ButtonLink variant="fill" size="main" wide to={`/sign-in?email=${encodeURIComponent(email)}`}>
          {m.ui_sign_in()}
        </ButtonLink>
        {hasWork ? (
          <Button size="main" wide onClick={() => void shareUnsent(m.sync_export_title())}>
            {m.ui_export_copy()}
          </Button>
        ) : (
          <Leave />
        )}
        <CallOwner />
      </div>
    </DoorScreen>
  );
}

function Stand({ hasWork }: { readonly hasWork: boolean }) {
  const formats = useFormats();
  const { waitingActs, refused, filesWaiting = 0, waitingAmount } = useSync();
  const count = Math.max(waitingActs + refused, filesWaiting);
  const what =
    waitingAmount === 0
      ? m.closed_entries({ count })
      : m.closed_entries_money({ count, amount: formatMoney(waitingAmount, formats) });
  const Icon = hasWork ? Smartphone : CircleCheck;
  return (
    <>
      <output
        className={`flex gap-3 rounded-control p-4 font-semibold ${hasWork ? 'bg-waiting-soft text-waiting' : 'bg-received-soft text-received'}`}
      >
        <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <span className="min-w-0">{hasWork ? m.closed_work({ what }) : m.closed_nothing()}</span>
      </output>
      {hasWork && <p className="text-ink-2">{m.closed_way()}</p>}
    </>
  );
}

function Leave() {
  const navigate = useNavigate();
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    setIsLeaving(true);
    const answer = await signOut();
    setIsLeaving(false);
    if (answer.ok) await navigate('/welcome', { replace: true });
  };
  return (
    <Button size="main" wide disabled={isLeaving} onClick={() => void leave()}>
      {m.closed_delete()}
    </Button>
  );
}
