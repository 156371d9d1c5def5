import { formatMoney } from '@revops/domain';
import { Check } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useSession } from '#src/data/hooks/index.ts';
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
  const covered = handOver.document.payments.length;
  return (
    <>
      {role === 'owner' && covered > 0 && (
        <p className="w-full text-meta text-ink-2">{m.money_confirms_too({ count: covered })}</p>
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
