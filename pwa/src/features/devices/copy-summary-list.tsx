import { Banner } from '#src/components/ui/banner.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import type { DeviceCopy } from '#src/data/device-copy/copy-format.ts';
import { isEmptyCopy, summaryOf, type CopySummary } from '#src/data/device-copy/copy-summary.ts';
import { usePeople } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { Fact } from './fact.tsx';
import { kindWords } from './kind-words.ts';

/** What a file says that it is, before anything of it is sent: whose, from which phone, how much, and from when. */
export function CopySummaryList({ copy }: { readonly copy: DeviceCopy }) {
  const formats = useFormats();
  const summary = summaryOf(copy);
  const { person, device, exportedAt } = copy;
  const isOthers = summary.authors.some(({ id }) => id !== person.id);
  const time = (instant: string): string =>
    Number.isNaN(Date.parse(instant)) ? '' : formatTime(instant, formats);
  return (
    <>
      {isOthers && <Banner tone="waiting">{m.devices_bring_other_hands({ person: person.name })}</Banner>}
      <dl className="divide-y divide-rule border-y border-rule bg-surface">
        <Fact name={m.devices_bring_from()}>{person.name}</Fact>
        <Fact name={m.devices_bring_phone()}>{device.code}</Fact>
        <Fact name={m.devices_bring_made()}>{time(exportedAt)}</Fact>
        {summary.first !== undefined && summary.last !== undefined && (
          <>
            <Fact name={m.devices_bring_first()}>{time(summary.first)}</Fact>
            <Fact name={m.devices_bring_last()}>{time(summary.last)}</Fact>
          </>
        )}
        {summary.kinds.map(({ type, count, amount }) => (
          <Fact key={type} name={kindWords(type)}>
            {count}
            {amount !== 0 && (
              <>
                {' · '}
                <Money amount={amount} />
              </>
            )}
          </Fact>
        ))}
        {summary.files > 0 && <Fact name={m.devices_kind_photo()}>{summary.files}</Fact>}
        {isOthers && <Authors authors={summary.authors} />}
      </dl>
      {isEmptyCopy(copy) && <p className="px-gutter pt-4">{m.devices_bring_empty()}</p>}
      {summary.refused > 0 && (
        <p className="px-gutter pt-4">{m.devices_bring_refused({ count: summary.refused })}</p>
      )}
    </>
  );
}

function Authors({ authors }: Pick<CopySummary, 'authors'>) {
  const people = usePeople();
  const nameOf = (id: string): string =>
    (people.status === 'ready' ? people.value.find((person) => person.id === id)?.name : undefined) ??
    m.devices_bring_nobody();
  return (
    <Fact name={m.devices_bring_by()}>
      {authors.map(({ id, count }) => (
        <span key={id} className="block break-words">
          {m.devices_bring_authors({ name: nameOf(id), count })}
        </span>
      ))}
    </Fact>
  );
}
