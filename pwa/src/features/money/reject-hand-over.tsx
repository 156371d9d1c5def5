import { formatMoney } from '@revops/domain';
import { ReasonSheet } from '#src/components/cash/reason-sheet.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface RejectHandOverProps {
  readonly handOver: HandOverView | undefined;
  readonly onClose: () => void;
  /** @returns whether it is saved. */
  readonly onReject: (handOver: HandOverView, reason: string) => Promise<boolean>;
}

/** Asks what is not right about a hand-over. */
export function RejectHandOver({ handOver, onClose, onReject }: RejectHandOverProps) {
  const formats = useFormats();
  const title =
    handOver === undefined
      ? ''
      : m.money_reject_title({ amount: formatMoney(handOver.amount, formats), person: handOver.fromName });
  return (
    <ReasonSheet
      about={handOver?.id}
      title={title}
      onClose={onClose}
      onReject={async (reason) => handOver !== undefined && onReject(handOver, reason)}
    />
  );
}
