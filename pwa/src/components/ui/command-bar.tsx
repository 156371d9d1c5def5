import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { useModal } from './use-modal.ts';

export interface CommandResult {
  readonly id: string;
  readonly content: ReactNode;
}

export interface CommandBarProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Jobs, people and places that fit the query. */
  readonly results: readonly CommandResult[];
  readonly onPick: (id: string) => void;
}

/** Search from anywhere at the desk (`/`): type, arrows, Enter. */
export function CommandBar({ open, onClose, ...inside }: CommandBarProps) {
  const modal = useModal(open, onClose);
  return (
    <dialog {...modal} aria-label={m.ui_search()} className="layer dialog command">
      {open && <Palette {...inside} />}
    </dialog>
  );
}

function Palette({ query, onQuery, results, onPick }: Omit<CommandBarProps, 'open' | 'onClose'>) {
  const id = useId();
  const [at, setAt] = useState(0);
  const active = results[Math.min(at, results.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt(Math.min(results.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter' && active) onPick(active.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex items-center gap-3 border-b border-rule px-4">
        <Search aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the bar is opened to type in
          autoFocus
          role="combobox"
          aria-expanded={results.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-label={m.ui_search()}
          placeholder={m.ui_search_hint()}
          value={query}
          onChange={(event) => {
            setAt(0);
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="min-h-14 min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
        />
      </div>
      <div
        id={`${id}-list`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native select cannot hold rows with plates
        role="listbox"
        aria-label={m.ui_results()}
        className="min-h-0 overflow-y-auto"
      >
        {results.map((result) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox holds the focus and the keys
          <div
            key={result.id}
            tabIndex={-1}
            id={`${id}-${result.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option cannot hold a plate
            role="option"
            aria-selected={result === active}
            onClick={() => onPick(result.id)}
            className="flex min-h-12 cursor-pointer items-center gap-3 border-b border-rule px-4 py-2 aria-selected:bg-carbon-soft"
          >
            {result.content}
          </div>
        ))}
      </div>
      {query !== '' && results.length === 0 && <p className="p-4 text-ink-2">{m.ui_nothing_found()}</p>}
    </>
  );
}
