import { formatMoney } from '@revops/domain';
import { CircleCheck, CloudOff, Upload, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CallOwner } from '#src/components/people/call-owner.tsx';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { signOut } from '#src/data/account/index.ts';
import { useSession, useSync } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { removalStage, type RemovalStage } from './removal-stage.ts';

/** All that is left of a workshop that a person was removed from: what becomes of the work that only this phone has. */
export function RemovedScreen() {
  const { workshopName } = useSession();
  const sync = useSync();
  const stage = removalStage(sync, useOnline());
  const { filesWaiting = 0 } = sync;
  const isHandedOver = stage === 'wiped' || stage === 'nothing';
  const hasOpenWork = !isHandedOver && sync.waitingActs + sync.refused > 0;
  const hasCopy = hasOpenWork || filesWaiting > 0;
  return (
    <DoorScreen title={m.removed_title({ workshop: workshopName })} lead={m.removed_lead()}>
      <div className="flex flex-col gap-5 p-4 rail:p-6">
        <Stage stage={stage} />
        {hasCopy && (
          <Export>
            {hasOpenWork && <p>{m.removed_export_text()}</p>}
            {filesWaiting > 0 && <p>{m.removed_files({ count: filesWaiting })}</p>}
          </Export>
        )}
        <CallOwner />
        {isHandedOver && <Leave />}
      </div>
    </DoorScreen>
  );
}

/** Bytes cannot be handed over like text, since nobody may send files any more: a copy is all that is left of them. */
function Export({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <div className="flex flex-col gap-2 text-ink-2">{children}</div>
      <Button size="main" wide onClick={() => void shareUnsent(m.sync_export_title())}>
        {m.ui_export_copy()}
      </Button>
    </>
  );
}

const looks: Readonly<Record<RemovalStage, { readonly icon: LucideIcon; readonly colours: string }>> = {
  away: { icon: CloudOff, colours: 'bg-waiting-soft text-waiting' },
  sending: { icon: Upload, colours: 'bg-waiting-soft text-waiting' },
  kept: { icon: CircleCheck, colours: 'bg-received-soft text-received' },
  nothing: { icon: CircleCheck, colours: 'bg-received-soft text-received' },
  wiped: { icon: CircleCheck, colours: 'bg-received-soft text-received' },
};

function Stage({ stage }: { readonly stage: RemovalStage }) {
  const { icon: Icon, colours } = looks[stage];
  const words = useStageWords(stage);
  return (
    <output className={`flex gap-3 rounded-control p-4 font-semibold ${colours}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{words}</span>
    </output>
  );
}

function useStageWords(stage: RemovalStage): string {
  const formats = useFormats();
  const { waitingActs, refused, waitingAmount } = useSync();
  const count = waitingActs + refused;
  const what =
    waitingAmount === 0
      ? m.removed_entries({ count })
      : m.removed_entries_money({ count, amount: formatMoney(waitingAmount, formats) });
  switch (stage) {
    case 'away':
      return m.removed_away({ what });
    case 'sending':
      return m.removed_sending({ what });
    case 'kept':
      return m.removed_kept({ what });
    case 'nothing':
      return m.removed_nothing();
    case 'wiped':
      return m.removed_wiped();
  }
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
    <Button variant="fill" size="main" wide disabled={isLeaving} onClick={() => void leave()}>
      {m.removed_leave()}
    </Button>
  );
}
