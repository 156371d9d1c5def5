import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { IconButton } from './icon-button.tsx';
import { useModal } from './use-modal.ts';

export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Stays at the bottom while the content scrolls: the one main button. */
  readonly footer?: ReactNode;
}

/** More about what is on screen: from below on phones, from the side on wider screens. */
export function Sheet({ open, onClose, title, children, footer }: SheetProps) {
  const id = useId();
  const modal = useModal(open, onClose);
  return (
    <dialog {...modal} aria-labelledby={id} className="layer sheet">
      {open && (
        <>
          <header className="flex items-center justify-between gap-2 border-b border-rule ps-4 pe-1">
            <h2 id={id} className="min-w-0 py-3 text-title">
              {title}
            </h2>
            <IconButton icon={X} label={m.ui_close()} onClick={onClose} />
          </header>
          {/* What is hidden by position stays in here, or the sheet itself would scroll. */}
          <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
          {footer !== undefined && (
            <footer className="bar-inset border-t border-rule">
              <div className="p-4">{footer}</div>
            </footer>
          )}
        </>
      )}
    </dialog>
  );
}
