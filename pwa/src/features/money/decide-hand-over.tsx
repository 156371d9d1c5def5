import { formatMoney } from '@revops/domain';
import { Check } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useHandOverCover, useSession } from '#src/data/hooks/index.ts';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface DecideHandOverProps {
  readonly handOver: HandOverView;
  readonly onConfirm: () => void;
  readonly onReject: () => void;
}

/** The buttons of the receiver or an owner, while the hand-over waits. */
export function DecideHandOver({ handOver, onConfirm, onReject }: DecideHandOverProps) {
  const { role } = useSession();
  const formats = useFormats();
  const waiting = useWaitingPayments(handOver.id);
  return (
    <>
      {role === 'owner' && waiting > 0 && (
        <p className="w-full text-meta text-ink-2">{m.money_confirms_too({ count: waiting })}</p>
      )}
      <Button icon={Check} onClick={onConfirm}>
        {m.money_confirm({ amount: formatMoney(handOver.amount, formats) })}
      </Button>
      <Button variant="danger" onClick={onReject}>
        {m.money_reject()}
      </Button>
    </>
  );
}

/** Those of the payments that it names which still wait: a confirmation confirms no other. */
function useWaitingPayments(id: string): number {
  const cover = useHandOverCover(id);
  return cover.status === 'ready' ? (cover.value?.waiting ?? 0) : 0;
}

/** Agreed face to face by an owner: the payments that it names came later and still wait for that owner's word. */
export function ConfirmCovered({ handOver, onConfirm }: Omit<DecideHandOverProps, 'onReject'>) {
  const waiting = useWaitingPayments(handOver.id);
  if (waiting === 0) return null;
  return (
    <Button icon={Check} onClick={onConfirm}>
      {m.money_confirm_covered({ count: waiting })}
    </Button>
  );
}
