import { bareId, formatMoney, type Money } from '@revops/domain';
import { CircleCheck, QrCode } from 'lucide-react';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';

export interface Slip {
  readonly id: string;
  readonly amount: Money;
  readonly person: string;
}

/** What was just saved; whoever takes the cash agrees to it at once by scanning the code, with signal or without. */
export function HandedOver({ slip, onDone }: { readonly slip: Slip; readonly onDone: () => void }) {
  const amount = formatMoney(slip.amount, useFormats());
  return (
    <TaskScreen
      title={m.money_count_title()}
      footer={
        <Button variant="fill" size="main" wide onClick={onDone}>
          {m.money_done()}
        </Button>
      }
    >
      <output className="flex flex-col gap-3 p-6">
        <CircleCheck aria-hidden="true" className="size-10 text-received" />
        <p className="text-title">{m.money_saved({ amount, person: slip.person })}</p>
      </output>
      <div className="flex flex-col items-start gap-3 border-t border-rule px-6 py-4">
        <p className="text-ink-2">{m.money_show_code_why({ person: slip.person })}</p>
        <ButtonLink to={`/money/code/${bareId(slip.id)}`} icon={QrCode}>
          {m.money_show_code()}
        </ButtonLink>
      </div>
    </TaskScreen>
  );
}
