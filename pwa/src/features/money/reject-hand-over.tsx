import { formatMoney } from '@revops/domain';
import { useState } from 'react';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface RejectHandOverProps {
  readonly handOver: HandOverView | undefined;
  readonly onClose: () => void;
  /** @returns whether it is saved. */
  readonly onReject: (handOver: HandOverView, reason: string) => Promise<boolean>;
}

/** Asks what is not right about a hand-over; the giver reads it. */
export function RejectHandOver({ handOver, onClose, onReject }: RejectHandOverProps) {
  const formats = useFormats();
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
        <Button type="submit" form="reject-hand-over" variant="danger" size="main" wide>
          {m.money_reject()}
        </Button>
      }
    >
      {handOver !== undefined && (
        <Draft<RejectValues> form="reject" about={handOver.id}>
          {(draft) => <RejectForm onReject={(reason) => onReject(handOver, reason)} draft={draft} />}
        </Draft>
      )}
    </Sheet>
  );
}

interface RejectValues {
  readonly reason: string;
}

interface RejectFormProps {
  readonly onReject: (reason: string) => Promise<boolean>;
  readonly draft: FormDraft<RejectValues>;
}

function RejectForm({ onReject, draft }: RejectFormProps) {
  const [reason, setReason] = useState(draft.left?.reason ?? '');
  const [isAsked, setIsAsked] = useState(false);
  useKeep(draft, reason.trim() === '' ? undefined : { reason });
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return setIsAsked(true);
    if (await onReject(reason.trim())) draft.done();
  };
  return (
    <form
      id="reject-hand-over"
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.line}
      <TextArea
        label={m.money_reason()}
        error={isAsked && reason.trim() === '' ? m.money_reason_needed() : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </form>
  );
}
