import { m } from '#src/words/compiled/messages.js';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Keys of this screen beside those that work everywhere. */
  readonly more?: readonly ShortcutLine[];
}

export interface ShortcutLine {
  readonly key: string;
  readonly does: string;
}

/** All keys of the desk (`?`). */
export function ShortcutHelp({ open, onClose, more = [] }: ShortcutHelpProps) {
  const lines: readonly ShortcutLine[] = [
    { key: '/', does: m.ui_key_search() },
    { key: 'J K', does: m.ui_key_move() },
    { key: 'Enter', does: m.ui_key_open() },
    { key: 'X', does: m.ui_key_select() },
    { key: 'A', does: m.ui_key_all() },
    { key: 'N', does: m.ui_key_new_job() },
    ...more,
    { key: '?', does: m.ui_key_help() },
  ];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.ui_keys()}
      actions={<Button onClick={onClose}>{m.ui_close()}</Button>}
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-ink">
        {lines.map((line) => (
          <div key={line.key} className="contents">
            <dt>
              <kbd className="inline-block min-w-8 rounded-stamp border border-edge bg-sunken px-2 py-0.5 text-center font-sans text-meta font-semibold">
                {line.key}
              </kbd>
            </dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
