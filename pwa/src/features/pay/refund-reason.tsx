import { Field } from '#src/components/form/field.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';
import type { Pay } from './use-pay.ts';

export interface RefundReasonProps {
  readonly pay: Pay;
  readonly isMissing: boolean;
}

/** Why money goes back: it stays beside the payment, where the owner reads it. */
export function RefundReason({ pay, isMissing }: RefundReasonProps) {
  const usual = [m.waivers_back_twice(), m.waivers_back_less(), m.waivers_back_cancelled()];
  return (
    <div className="flex flex-col gap-3 pt-3">
      <div className="flex flex-wrap gap-2">
        {usual.map((reason) => (
          <Chip key={reason} selected={pay.reason === reason} onSelect={() => pay.setReason(reason)}>
            {reason}
          </Chip>
        ))}
      </div>
      <Field
        id="refund-reason"
        label={m.waivers_back_reason()}
        autoComplete="off"
        maxLength={500}
        value={pay.reason}
        onChange={(event) => pay.setReason(event.target.value)}
        onKeyDown={(event) => {
          // The question stands inside the payment's form: Enter must not pass it by.
          if (event.key === 'Enter') event.preventDefault();
        }}
        {...(isMissing && pay.reason.trim() === '' && { error: problemWord({ code: 'reason_needed' }) })}
      />
    </div>
  );
}
