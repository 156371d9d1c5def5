import { formatMoney, signedAmount, sumMoney } from '@revops/domain';
import { useEffect, useState } from 'react';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface RejectSheetProps {
  /** Empty while the sheet is closed. */
  readonly payments: readonly PaymentView[];
  readonly onClose: () => void;
  /** @returns whether all of it is saved. */
  readonly onReject: (reason: string) => Promise<boolean>;
}

const quickReasons = () => [
  m.payments_quick_not_received(),
  m.payments_quick_wrong_amount(),
  m.payments_quick_twice(),
  m.payments_quick_ask(),
];

/** Asks for the reason that the manager reads first; nothing is rejected without one. */
export function RejectSheet({ payments, onClose, onReject }: RejectSheetProps) {
  const formats = useFormats();
  const amount = formatMoney(sumMoney(payments.map(signedAmount)), formats);
  const [only, ...others] = payments;
  return (
    <Sheet
      open={payments.length > 0}
      onClose={onClose}
      title={m.payments_reject_title({ amount })}
      footer={
        <Button type="submit" form="reject-payments" variant="danger" size="main" wide>
          {m.payments_reject()}
        </Button>
      }
    >
      <Draft<RejectValues> form="reject" about={others.length === 0 ? only?.id : undefined}>
        {(draft) => <RejectForm payments={payments} onReject={onReject} draft={draft} />}
      </Draft>
    </Sheet>
  );
}

interface RejectValues {
  readonly reason: string;
}

interface RejectFormProps extends Pick<RejectSheetProps, 'payments' | 'onReject'> {
  readonly draft: FormDraft<RejectValues>;
}

function RejectForm({ payments, onReject, draft }: RejectFormProps) {
  const [reason, setReason] = useState(draft.left?.reason ?? '');
  const [isAsked, setIsAsked] = useState(false);
  useKeep(draft, reason.trim() === '' ? undefined : { reason });
  // The key R promises to start typing the reason.
  useEffect(() => document.getElementById('reject-reason')?.focus(), []);
  const people = [...new Set(payments.map((payment) => payment.collectorName))].join(', ');
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return setIsAsked(true);
    if (await onReject(reason.trim())) draft.done();
  };
  return (
    <form
      id="reject-payments"
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.line}
      <TextArea
        id="reject-reason"
        label={m.payments_reject_reason()}
        hint={m.payments_reject_why({ person: people })}
        error={isAsked && reason.trim() === '' ? m.payments_reject_needed() : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        {quickReasons().map((quick) => (
          <Chip key={quick} selected={reason === quick} onSelect={() => setReason(quick)}>
            {quick}
          </Chip>
        ))}
      </div>
    </form>
  );
}
