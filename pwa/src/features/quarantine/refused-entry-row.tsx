import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { QuarantineBook } from '#src/data/server/quarantine-book.ts';
import { m } from '#src/words/compiled/messages.js';
import { refusalWord } from '#src/words/refusal-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { AcceptAllDialog } from './accept-all-dialog.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { FactList } from './fact-list.tsx';
import type { RefusedEntry } from './use-refused-entries.ts';

interface RefusedEntryRowProps {
  readonly entry: RefusedEntry;
  /** What the same person wrote about the same car, this entry among it. */
  readonly ofCar: readonly RefusedEntry[];
  readonly book: QuarantineBook;
  readonly isOnline: boolean;
  /** It has left the list; the words to say so. */
  readonly onGone: (words: string) => void;
}

/** One entry that does not count: what it says, why not, and the two ways on. */
export function RefusedEntryRow({ entry, ofCar, book, isOnline, onGone }: RefusedEntryRowProps) {
  const [asking, setAsking] = useState<'one' | 'car' | 'dismiss' | undefined>();
  const { car, title, facts, isChange, amount, item, personName } = entry;
  const ask = (what: typeof asking) => () => isOnline && setAsking(what);
  const dialog = (what: typeof asking, words: string) => {
    const close = (): void => setAsking(undefined);
    const leave = (): void => {
      close();
      onGone(words);
    };
    return { book, open: asking === what, onClose: close, onAccepted: leave, onDismissed: leave };
  };
  return (
    <li className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {car !== undefined && <CarLink {...car} />}
          {amount !== 0 && <Money amount={amount} size="title" />}
        </div>
        <h3 className="text-strong">{title}</h3>
        <FactList facts={facts} />
        {!item.isKept && <p className="text-ink-2">{m.quarantine_not_kept()}</p>}
        {isChange && facts.length === 0 && <p className="text-ink-2">{m.quarantine_same()}</p>}
      </div>
      <p className="flex items-start gap-2 text-refused">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {refusalWord(item.reason.code)}
      </p>
      {item.reason.from === 'phone' && item.reason.words !== '' && (
        <p className="text-ink-2">{m.quarantine_phone_says({ words: item.reason.words })}</p>
      )}
      <Origin entry={entry} />
      <div className="flex flex-wrap gap-2 max-rail:*:grow">
        {ofCar.length > 1 && (
          <Button aria-disabled={!isOnline} onClick={ask('car')}>
            {m.quarantine_accept_all({ count: ofCar.length })}
          </Button>
        )}
        {item.isKept && (
          <Button aria-disabled={!isOnline} onClick={ask('one')}>
            {m.quarantine_accept()}
          </Button>
        )}
        <Button variant="text" aria-disabled={!isOnline} onClick={ask('dismiss')}>
          {m.quarantine_dismiss()}
        </Button>
      </div>
      <AcceptDialog entry={entry} {...dialog('one', m.quarantine_accepted({ what: title }))} />
      <AcceptAllDialog
        entries={ofCar}
        {...dialog('car', m.quarantine_accepted_all({ plate: car?.plate ?? title, name: personName }))}
      />
      <DismissDialog entry={entry} {...dialog('dismiss', m.quarantine_dismissed({ what: title }))} />
    </li>
  );
}

/** A job that was not accepted itself cannot be opened. */
function CarLink({ plate, kind, jobPath }: NonNullable<RefusedEntry['car']>) {
  const shown = <Plate plate={plate} kind={kind} />;
  const looks = 'inline-flex min-h-12 items-center';
  if (jobPath === undefined) return <span className={looks}>{shown}</span>;
  return (
    <Link to={jobPath} className={looks}>
      {shown}
    </Link>
  );
}

/** From which phone and when; whose it is stands above. */
function Origin({ entry: { item } }: { readonly entry: RefusedEntry }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const from = [item.deviceCode, item.deviceLabel].filter(Boolean).join(' · ');
  const time = momentWord(item.receivedAt, now, formats);
  return (
    <p className="text-meta text-ink-2">
      {from !== '' && `${from} · `}
      {item.via === 'upload' ? m.quarantine_handed_in({ time }) : m.quarantine_arrived({ time })}
    </p>
  );
}
