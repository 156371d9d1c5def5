import { formatPlate } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money, useColumnDecimals } from '#src/components/ui/money.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import { useHandOverCover, useNow } from '#src/data/hooks/index.ts';
import type { CoverView } from '#src/data/cash-views.ts';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';
import { CoversLine } from './covers-line.tsx';

/** Which payments a hand-over names, their sum against the cash in words, and each of them on demand. */
export function HandOverCover({ handOver }: { readonly handOver: HandOverView }) {
  const cover = useHandOverCover(handOver.id);
  const value = cover.status === 'ready' ? cover.value : undefined;
  if (value === undefined || handOver.document.payments.length === 0) return null;
  const { payments, notHere, sum } = value;
  return (
    <div>
      <CoversLine count={payments.length} sum={sum} amount={handOver.amount} />
      {notHere > 0 && (
        <p className="text-meta font-semibold text-waiting">{m.cash_cover_not_here({ count: notHere })}</p>
      )}
      {payments.length > 0 && (
        <details>
          <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-carbon underline underline-offset-4">
            {m.cash_cover_show()}
          </summary>
          <Payments cover={value} />
        </details>
      )}
    </div>
  );
}

function Payments({ cover: { payments } }: { readonly cover: CoverView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const decimals = useColumnDecimals(payments.map(({ amount }) => amount));
  return (
    <ul aria-label={m.cash_cover_list()} className="border-t border-rule">
      {payments.map(({ id, plate, label, amount, state, receivedAt }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
          <span className="min-w-0 flex-1 basis-40">
            <span className="block">{plate === undefined ? label : formatPlate(plate)}</span>
            <span className="text-meta text-ink-2">{momentWord(receivedAt, now, formats)}</span>
          </span>
          <Stamp state={state} />
          <Money amount={amount} decimals={decimals} />
        </li>
      ))}
    </ul>
  );
}
