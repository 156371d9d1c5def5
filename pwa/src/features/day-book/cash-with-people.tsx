import { formatMoney } from '@revops/domain';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { LedgerTable, type LedgerRow } from '#src/components/ui/ledger-table.tsx';
import { Money, useColumnDecimals } from '#src/components/ui/money.tsx';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

const holdsMoney = ({ cash }: PersonView): boolean =>
  cash.held.amount !== 0 || cash.waitingHandOver.count + cash.waitingDeposit.count + cash.rejected.count > 0;

const heardWords = ({ lastHeard }: PersonView, formats: Formats): string =>
  lastHeard === undefined ? m.daybook_never_heard() : formatTime(lastHeard, formats);

function WaitingDeposit({ person }: { readonly person: PersonView }) {
  const formats = useFormats();
  const { waitingDeposit } = person.cash;
  if (waitingDeposit.count === 0) return null;
  return (
    <span className="block text-meta text-waiting">
      {m.daybook_deposited_line({ amount: formatMoney(waitingDeposit.amount, formats) })}
    </span>
  );
}

function RejectedCash({ person }: { readonly person: PersonView }) {
  const formats = useFormats();
  if (person.cash.rejected.count === 0) return null;
  return (
    <span className="block text-meta text-refused">
      {m.daybook_rejected_cash({ amount: formatMoney(person.cash.rejected.amount, formats) })}
    </span>
  );
}

const ledgerRow = (person: PersonView, formats: Formats): LedgerRow => ({
  key: person.id,
  label: (
    <>
      {person.name}
      <WaitingDeposit person={person} />
      <RejectedCash person={person} />
    </>
  ),
  cells: [
    { amount: person.cash.held.amount },
    person.cash.waitingHandOver.count === 0 ? null : { amount: person.cash.waitingHandOver.amount },
    { content: <span className="text-meta text-ink-2">{heardWords(person, formats)}</span> },
  ],
});

/** Who holds how much cash now, the largest sum first: everybody who works here, and whoever still holds some. */
export function CashWithPeople({ people }: { readonly people: readonly PersonView[] }) {
  const formats = useFormats();
  const shown = people
    .filter((person) => person.active || holdsMoney(person))
    .toSorted((a, b) => b.cash.held.amount - a.cash.held.amount);
  if (shown.length === 0) return <p className="px-gutter text-ink-2">{m.daybook_no_people()}</p>;
  return (
    <>
      <div className="rail:hidden">
        <PeopleList people={shown} />
      </div>
      <div className="max-rail:hidden">
        <LedgerTable
          caption={m.daybook_people()}
          captionHidden
          first={m.daybook_person()}
          columns={[
            { label: m.daybook_holds() },
            { label: m.daybook_handed() },
            { label: m.daybook_heard_head() },
          ]}
          rows={shown.map((person) => ledgerRow(person, formats))}
        />
      </div>
    </>
  );
}

/** The same on a phone, where a name needs the width that four columns would take. */
function PeopleList({ people }: { readonly people: readonly PersonView[] }) {
  const formats = useFormats();
  const decimals = useColumnDecimals(people.map(({ cash }) => cash.held.amount));
  return (
    <ul className="border-t border-rule">
      {people.map((person) => (
        <li
          key={person.id}
          className="flex items-baseline justify-between gap-4 border-b border-rule bg-surface px-gutter py-3"
        >
          <div className="min-w-0">
            <p>{person.name}</p>
            <p className="text-meta text-ink-3">{m.daybook_heard({ time: heardWords(person, formats) })}</p>
            {person.cash.waitingHandOver.count > 0 && (
              <p className="text-meta text-waiting">
                {m.daybook_handed_line({ amount: formatMoney(person.cash.waitingHandOver.amount, formats) })}
              </p>
            )}
            <WaitingDeposit person={person} />
            <RejectedCash person={person} />
          </div>
          <Money amount={person.cash.held.amount} decimals={decimals} size="strong" />
        </li>
      ))}
    </ul>
  );
}
