import { useId, type ReactNode } from 'react';
import { useModal } from './use-modal.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the safe one first. */
  readonly actions: ReactNode;
}

/** A question that has to be answered before anything else. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const id = useId();
  const modal = useModal(open, onClose);
  return (
    <dialog
      {...modal}
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      className="layer dialog"
    >
      {open && (
        <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-6">
          <h2 id={id} className="text-title">
            {title}
          </h2>
          <div id={`${id}-text`} className="flex flex-col gap-4 text-ink-2">
            {children}
          </div>
          <div className="flex flex-wrap justify-end gap-3 max-rail:*:grow">{actions}</div>
        </div>
      )}
    </dialog>
  );
}
