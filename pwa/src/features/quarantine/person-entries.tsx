import { CallLink } from '#src/components/ui/call-link.tsx';
import { Money } from '#src/components/ui/money.tsx';
import type { QuarantineBook } from '#src/data/server/quarantine-book.ts';
import { m } from '#src/words/compiled/messages.js';
import type { EntriesOfPerson } from './by-person.ts';
import { RefusedEntryRow } from './refused-entry-row.tsx';
import type { RefusedEntry } from './use-refused-entries.ts';

interface PersonEntriesProps {
  readonly group: EntriesOfPerson;
  readonly book: QuarantineBook;
  readonly isOnline: boolean;
  /** One has left the list; the words to say so. */
  readonly onGone: (words: string) => void;
}

/** Whose entries these are and how to ask them, then each. */
export function PersonEntries({ group, book, isOnline, onGone }: PersonEntriesProps) {
  const { entries, amount, phone } = group;
  const name = group.name === '' ? m.work_somebody() : group.name;
  return (
    <section aria-label={name}>
      <div className="flex items-center justify-between gap-4 px-gutter pt-6 pb-3">
        <div className="min-w-0">
          <h2 className="text-title">{name}</h2>
          <p className="flex flex-wrap gap-x-3 text-ink-2">
            {m.quarantine_count({ count: entries.length })}
            {amount !== 0 && <Money amount={amount} />}
          </p>
        </div>
        {phone !== undefined && (
          <div className="shrink-0">
            <CallLink phone={phone} name={name} short />
          </div>
        )}
      </div>
      <ul className="border-t border-rule">
        {entries.map((entry) => (
          <RefusedEntryRow
            key={entry.item.id}
            entry={entry}
            ofCar={ofCar(entries, entry)}
            book={book}
            isOnline={isOnline}
            onGone={onGone}
          />
        ))}
      </ul>
    </section>
  );
}

/** What can be accepted with this one: the same person's about the same car. Offered once, at the first of them. */
function ofCar(entries: readonly RefusedEntry[], entry: RefusedEntry): readonly RefusedEntry[] {
  if (entry.carKey === undefined) return [];
  const all = entries.filter(({ carKey, item }) => carKey === entry.carKey && item.isKept);
  return all[0] === entry ? all : [];
}
