import { formatMoney, type Money } from '@revops/domain';
import { CircleCheck } from 'lucide-react';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';

export interface Slip {
  readonly amount: Money;
  readonly person: string;
}

/** What was just saved, to be shown to the person who takes the cash. */
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
    </TaskScreen>
  );
}
