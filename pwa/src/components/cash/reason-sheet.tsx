import { useState } from 'react';
import { Draft, type FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';

interface ReasonSheetProps {
  /** What is rejected; closed while there is nothing. */
  readonly about: string | undefined;
  readonly title: string;
  readonly onClose: () => void;
  /** @returns whether it is saved. */
  readonly onReject: (reason: string) => Promise<boolean>;
}

/** Asks what is not right about cash that somebody moved; whoever moved it reads it. */
export function ReasonSheet({ about, title, onClose, onReject }: ReasonSheetProps) {
  return (
    <Sheet
      open={about !== undefined}
      onClose={onClose}
      title={title}
      footer={
        <Button type="submit" form="reject-cash" variant="danger" size="main" wide>
          {m.money_reject()}
        </Button>
      }
    >
      {about !== undefined && (
        <Draft<ReasonValues> form="reject" about={about}>
          {(draft) => <ReasonForm onReject={onReject} draft={draft} />}
        </Draft>
      )}
    </Sheet>
  );
}

interface ReasonValues {
  readonly reason: string;
}

interface ReasonFormProps {
  readonly onReject: (reason: string) => Promise<boolean>;
  readonly draft: FormDraft<ReasonValues>;
}

function ReasonForm({ onReject, draft }: ReasonFormProps) {
  const [reason, setReason] = useState(draft.left?.reason ?? '');
  const [isAsked, setIsAsked] = useState(false);
  useKeep(draft, reason.trim() === '' ? undefined : { reason });
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return setIsAsked(true);
    if (await onReject(reason.trim())) draft.done();
  };
  return (
    <form
      id="reject-cash"
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
