import { useRef, useState } from 'react';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useQuarantine, useSession } from '#src/data/hooks/index.ts';
import type { QuarantineBook, QuarantineState } from '#src/data/server/quarantine-book.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { byPerson } from './by-person.ts';
import { PersonEntries } from './person-entries.tsx';
import { useRefusedEntries } from './use-refused-entries.ts';

/** What the server did not accept of anybody: the owner reads it, asks the person, or lets it in. */
export function QuarantineScreen() {
  const goBack = useGoBack('/team');
  const { book, ...state } = useQuarantine();
  const { demo } = useSession();
  return (
    <>
      <TopBar title={m.quarantine_title()} onBack={goBack} />
      <div className="narrow max-w-3xl pb-12 rail:px-2 desk:px-4">
        {demo && (
          <div className="py-6">
            <EmptyState>{m.quarantine_demo()}</EmptyState>
          </div>
        )}
        {book !== undefined && <Entries book={book} state={state} />}
      </div>
    </>
  );
}

interface EntriesProps {
  readonly book: QuarantineBook;
  readonly state: QuarantineState;
}

function Entries({ book, state }: EntriesProps) {
  const isOnline = useOnline();
  const [gone, setGone] = useState<string | undefined>();
  const said = useRef<HTMLOutputElement>(null);
  const entries = useRefusedEntries(state.items);
  const { items, failure } = state;
  return (
    <>
      <OfflineNote needsSignal={m.quarantine_needs_signal()} />
      <output ref={said} tabIndex={-1} className="block outline-none">
        {gone !== undefined && (
          <span className="block bg-received-soft px-gutter py-3 font-semibold text-received">{gone}</span>
        )}
      </output>
      {isOnline && failure !== undefined && <Failed book={book} failure={failure} />}
      {items.length === 0 && <NothingHere state={state} isOnline={isOnline} />}
      {items.length > 0 && (
        <>
          <p className="px-gutter pt-4 text-ink-2">
            {m.quarantine_text()} <AsOf state={state} />
          </p>
          {byPerson(entries).map((group) => (
            <PersonEntries
              key={group.personId}
              group={group}
              book={book}
              isOnline={isOnline}
              onGone={(words) => {
                setGone(words);
                said.current?.focus(); // The button that had the focus has gone with its entry.
              }}
            />
          ))}
          {state.next !== undefined && isOnline && (
            <div className="px-gutter pt-4">
              <Button wide onClick={() => void book.more()}>
                {m.quarantine_more()}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function NothingHere({ state, isOnline }: { readonly state: QuarantineState; readonly isOnline: boolean }) {
  if (state.status === 'asking' && isOnline) return <Skeleton label={m.quarantine_loading()} />;
  if (state.status !== 'ready') return null;
  return (
    <div className="py-6">
      <EmptyState>
        {m.quarantine_none()} <AsOf state={state} />
      </EmptyState>
    </div>
  );
}

/** Without signal the list is as old as the last answer. */
function AsOf({ state: { askedAt } }: { readonly state: QuarantineState }) {
  const formats = useFormats();
  return askedAt === undefined ? null : m.quarantine_as_of({ time: formatTime(askedAt, formats) });
}

function Failed({
  book,
  failure,
}: {
  readonly book: QuarantineBook;
  readonly failure: NonNullable<QuarantineState['failure']>;
}) {
  return (
    <div className="flex flex-col gap-3 pb-3">
      <ServerAnswer refusal={failure} needsSignal={m.quarantine_needs_signal()} />
      <div className="px-gutter">
        <Button onClick={() => void book.refresh()}>{m.quarantine_try_again()}</Button>
      </div>
    </div>
  );
}
