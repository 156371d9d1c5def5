import { useState } from 'react';
import { Check, CircleAlert } from 'lucide-react';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useNow, useSession } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { markAnswered } from '#src/data/acts.ts';
import type { TrayItem } from '#src/data/views.ts';
import { errorWords } from '#src/words/error-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { titleOf } from '#src/words/document-title.ts';
import { momentWord } from '#src/words/time-words.ts';
import { askOwner } from './ask-owner.ts';
import { placeOf } from './refused-place.ts';
import { useCodes } from './use-codes.ts';

/** One refused entry: what it was, why, and the ways on. */
export function RefusedItem({ item }: { readonly item: TrayItem }) {
  const formats = useFormats();
  const codeOf = useCodes();
  const [isAsking, setIsAsking] = useState(false);
  const { document, answered } = item;
  const settle = async (): Promise<void> => {
    setIsAsking(false);
    await markAnswered(item.key);
  };
  return (
    <li className="px-gutter flex flex-col gap-2 border-b border-rule bg-surface py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 text-strong">{titleOf(document, formats)}</span>
        <span className="text-meta text-ink-2">
          {document.n !== undefined && `${codeOf(document.device)} · ${document.n} · `}
          {m.sync_refused_at({ time: formatTime(item.refusedAt, formats) })}
        </span>
      </div>
      {answered ? <Settled {...item} /> : <Why code={item.code} />}
      {item.dismissed !== undefined && <Dismissed {...item.dismissed} />}
      {!answered && <WaysOn item={item} onSettle={() => setIsAsking(true)} />}
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={m.sync_done_with_title()}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{m.sync_not_yet()}</Button>
            <Button variant="danger" onClick={() => void settle()}>
              {m.sync_done_with()}
            </Button>
          </>
        }
      >
        {m.sync_done_with_sure()}
      </Dialog>
    </li>
  );
}

/** Why it was not accepted, and what would help. */
function Why({ code }: Pick<TrayItem, 'code'>) {
  return (
    <p className="flex gap-2 text-refused">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{errorWords(code)}</span>
    </p>
  );
}

/** What an owner said of it. */
function Dismissed({ at, reason }: NonNullable<TrayItem['dismissed']>) {
  const formats = useFormats();
  const now = useNow(60_000);
  return <p className="font-semibold">{m.sync_dismissed({ time: momentWord(at, now, formats), reason })}</p>;
}

/** Putting it right, where this phone can; asking; a copy; and the end of it. */
function WaysOn({ item, onSettle }: { readonly item: TrayItem; readonly onSettle: () => void }) {
  const formats = useFormats();
  const { role } = useSession();
  const codeOf = useCodes();
  const [isCopied, setIsCopied] = useState(false);
  const place = placeOf(item);
  const ask = async (): Promise<void> => {
    setIsCopied((await askOwner(item, codeOf(item.document.device), formats)) === 'copied');
  };
  return (
    <div className="flex flex-wrap gap-2 pt-1 max-rail:*:grow">
      {place !== undefined && <ButtonLink to={place}>{m.ui_correct()}</ButtonLink>}
      {role !== 'owner' && <Button onClick={() => void ask()}>{m.ui_ask_owner()}</Button>}
      <Button onClick={() => void shareUnsent(m.sync_export_title())}>{m.ui_export()}</Button>
      <Button variant="text" onClick={onSettle}>
        {m.sync_done_with()}
      </Button>
      <output className="-mt-2 basis-full text-meta font-semibold text-received not-empty:mt-0">
        {isCopied && m.sync_asked()}
      </output>
    </div>
  );
}

const outcomeWords: Readonly<Record<NonNullable<TrayItem['outcome']>, () => string>> = {
  corrected: () => m.sync_outcome_corrected(),
  accepted: () => m.sync_outcome_accepted(),
  settled: () => m.sync_answered(),
};

/** What became of it. The reason told what to do, so it stays only where nobody said that it was done. */
function Settled({ outcome = 'settled', code }: Pick<TrayItem, 'outcome' | 'code'>) {
  return (
    <>
      <span className="inline-flex items-center gap-1 text-meta text-ink-2">
        <Check aria-hidden="true" className="size-4" />
        {outcomeWords[outcome]()}
      </span>
      {outcome === 'settled' && <p className="text-ink-2">{errorWords(code)}</p>}
    </>
  );
}
