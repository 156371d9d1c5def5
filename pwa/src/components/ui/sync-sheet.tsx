import type { ReactNode } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { Button } from './button.tsx';
import { useFormats } from './formats.ts';
import { RowMark, type RowMarkState } from './row-mark.tsx';
import { Sheet } from './sheet.tsx';
import type { SyncView } from './sync-view.ts';
import { pillWords, sheetWords } from './sync-words.ts';

/** One act that has not arrived: a Save tap, however many documents it wrote. */
export interface SyncEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly mark: RowMarkState;
  /** Why it was not accepted, in words. */
  readonly reason?: string;
  /** Whether there is a place on this phone where it can be put right; without a word there is one. */
  readonly isCorrectable?: boolean;
}

export interface SyncSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly view: SyncView;
  readonly entries?: readonly SyncEntry[];
  readonly onCorrect?: (id: string) => void;
  readonly onAskOwner?: (id: string) => void;
  readonly onExport?: (id?: string) => void;
  readonly onSignIn?: () => void;
  readonly onUpdate?: () => void;
}

/** The pill's state in sentences, what waits, and what to do about it. */
export function SyncSheet({ open, onClose, view, entries = [], ...acts }: SyncSheetProps) {
  const formats = useFormats();
  const next = nextStep(view, acts);
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={pillWords(view, formats)}
      {...(next !== undefined && { footer: next })}
    >
      <p className="p-4">{sheetWords(view, formats)}</p>
      {entries.length > 0 && (
        <ul className="border-t border-rule">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} {...acts} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

type Acts = Pick<SyncSheetProps, 'onCorrect' | 'onAskOwner' | 'onExport' | 'onSignIn' | 'onUpdate'>;

function nextStep(view: SyncView, { onSignIn, onUpdate, onExport }: Acts): ReactNode {
  if (view.state === 'signed_out' && onSignIn)
    return <MainButton onClick={onSignIn}>{m.ui_sign_in()}</MainButton>;
  if (view.state === 'update' && onUpdate)
    return <MainButton onClick={onUpdate}>{m.ui_update_now()}</MainButton>;
  const offersCopy = view.state === 'stale' || view.state === 'storage_full';
  if (offersCopy && onExport) return <MainButton onClick={() => onExport()}>{m.ui_export_copy()}</MainButton>;
  return undefined;
}

function MainButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button variant="fill" size="main" wide onClick={onClick}>
      {children}
    </Button>
  );
}

function EntryRow({ entry, onCorrect, onAskOwner, onExport }: Acts & { readonly entry: SyncEntry }) {
  const { id, number, title, mark, reason, isCorrectable = true } = entry;
  return (
    <li className="flex flex-col gap-1 border-b border-rule px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 font-semibold">{title}</span>
        <span className="text-meta text-ink-2">{number}</span>
      </div>
      <RowMark state={mark} />
      {reason !== undefined && <p className="text-refused">{reason}</p>}
      {mark === 'refused' && (
        <div className="flex flex-wrap gap-2 pt-1 max-rail:*:grow">
          {isCorrectable && onCorrect && <Button onClick={() => onCorrect(id)}>{m.ui_correct()}</Button>}
          {onAskOwner && <Button onClick={() => onAskOwner(id)}>{m.ui_ask_owner()}</Button>}
          {onExport && <Button onClick={() => onExport(id)}>{m.ui_export()}</Button>}
        </div>
      )}
    </li>
  );
}
