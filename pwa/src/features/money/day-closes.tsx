import { formatMoney, money, startOfDay } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { DayCloseView } from '#src/data/cash-views.ts';
import { useDayCloses, useNow } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { clockWord, dayWord } from '#src/words/time-words.ts';

/** Days that were closed, what was counted and why it differed; nothing where there is none. */
export function DayCloses({ person }: { readonly person?: string }) {
  const closes = useDayCloses({ ...(person !== undefined && { person }), limit: 20 });
  if (closes.status === 'loading' || closes.value.length === 0) return null;
  return (
    <section>
      <SectionHeading>{m.cash_closes()}</SectionHeading>
      <ul className="border-t border-rule">
        {closes.value.map((close) => (
          <li key={close.id}>
            <Close close={close} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Close({ close: { document, personName, createdAt, mark } }: { readonly close: DayCloseView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const difference = document.counted - document.expected;
  const amount = formatMoney(money(Math.abs(difference)), formats);
  const day = dayWord(startOfDay(document.day, formats.timeZone), now, formats);
  return (
    <article className="flex flex-col gap-1 border-b border-rule bg-surface px-gutter py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-strong">{m.cash_close_of({ name: personName, day })}</h3>
        <Money amount={document.counted} size="title" />
      </div>
      <p className="text-meta text-ink-3">
        <time dateTime={createdAt}>{clockWord(createdAt, formats)}</time>
        {document.corrects !== undefined && ` · ${m.cash_close_corrected()}`} <RowMark state={mark} compact />
      </p>
      <p className={`font-semibold ${difference === 0 ? 'text-received' : 'text-waiting'}`}>
        {difference === 0
          ? m.cash_exact()
          : difference < 0
            ? m.cash_short({ amount })
            : m.cash_over({ amount })}
      </p>
      {document.reason !== undefined && (
        <p className="text-meta text-ink-2 [overflow-wrap:anywhere]">{document.reason}</p>
      )}
    </article>
  );
}
