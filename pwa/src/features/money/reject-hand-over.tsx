import { formatMoney } from '@revops/domain';
import { useState } from 'react';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface RejectHandOverProps {
  readonly handOver: HandOverView | undefined;
  readonly onClose: () => void;
  readonly onReject: (handOver: HandOverView, reason: string) => void;
}

/** Asks what is not right about a hand-over; the giver reads it. */
export function RejectHandOver({ handOver, onClose, onReject }: RejectHandOverProps) {
  const formats = useFormats();
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const submit = (): void => {
    if (reason.trim() === '' || handOver === undefined) return setIsAsked(true);
    onReject(handOver, reason.trim());
    setReason('');
    return setIsAsked(false);
  };
  const title =
    handOver === undefined
      ? ''
      : m.money_reject_title({ amount: formatMoney(handOver.amount, formats), person: handOver.fromName });
  return (
    <Sheet
      open={handOver !== undefined}
      onClose={onClose}
      title={title}
      footer={
        <Button variant="danger" size="main" wide onClick={submit}>
          {m.money_reject()}
        </Button>
      }
    >
      <div className="p-4">
        <TextArea
          label={m.money_reason()}
          error={isAsked && reason.trim() === '' ? m.money_reason_needed() : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Sheet>
  );
}
