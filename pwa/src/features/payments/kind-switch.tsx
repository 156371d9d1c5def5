import { Chip } from '#src/components/ui/chip.tsx';
import { useWaivers } from '#src/data/hooks/use-waivers.ts';
import { m } from '#src/words/compiled/messages.js';

export type Kind = 'payments' | 'discounts';

interface KindSwitchProps {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
}

// More than an owner lets pile up; behind it the number says nothing any more.
const counted = 99;

/** Money that came in, and what was let off it: two queues of one place. */
export function KindSwitch({ kind, onKind }: KindSwitchProps) {
  const waiting = useWaivers({ state: 'waiting', limit: counted });
  const count = waiting.status === 'ready' ? waiting.value.length : 0;
  return (
    <div className="flex gap-2 bg-surface px-gutter pt-2 desk:p-0">
      <Chip selected={kind === 'payments'} onSelect={() => onKind('payments')}>
        {m.waivers_payments()}
      </Chip>
      <Chip
        selected={kind === 'discounts'}
        {...(count > 0 && { count })}
        onSelect={() => onKind('discounts')}
      >
        {m.waivers_title()}
      </Chip>
    </div>
  );
}
