import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Money } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useAgreedAhead, useNow } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';

/** What this person agreed to by scanning, until the giver's phone was heard; nothing where there is none. */
export function AgreedAhead() {
  const formats = useFormats();
  const now = useNow(60_000);
  const ahead = useAgreedAhead();
  if (ahead.status === 'loading' || ahead.value.length === 0) return null;
  return (
    <section>
      <SectionHeading count={ahead.value.length}>{m.money_agreed_ahead()}</SectionHeading>
      <ul className="border-t border-rule">
        {ahead.value.map(({ id, fromName, amount, agreedAt, mark }) => (
          <li key={id} className="flex flex-col gap-1 border-b border-rule bg-surface px-gutter py-3">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-strong">{m.money_agreed_from({ name: fromName })}</span>
              <Money amount={amount} size="title" />
            </span>
            <span className="text-meta text-ink-3">{momentWord(agreedAt, now, formats)}</span>
            <span className="flex flex-wrap items-center gap-x-3 text-meta font-semibold text-waiting">
              {m.money_agreed_waits({ name: fromName })}
              <RowMark state={mark} compact />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
