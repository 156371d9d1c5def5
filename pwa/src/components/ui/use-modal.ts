import { useEffect, useEffectEvent, useRef, type MouseEvent } from 'react';
import { openLayer } from '#src/platform/back-stack.ts';

/**
 * Opens a native modal dialog: focus is kept inside and returns where it was, Escape, a tap beside it and Back close it.
 */
export function useModal(open: boolean, onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return undefined;
    keepScrollBar();
    if (!element.open) element.showModal();
    // React's autoFocus comes before the dialog is shown, when nothing in it can have the focus yet.
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const release = openLayer(() => close());
    const onCancel = (event: Event) => {
      event.preventDefault();
      close();
    };
    element.addEventListener('cancel', onCancel);
    return () => {
      element.removeEventListener('cancel', onCancel);
      release();
      element.close();
    };
  }, [open]);
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return { ref: dialog, onClick };
}

/** Only a page that shows a scroll bar has room for it to keep; a second layer finds the first one's answer. */
function keepScrollBar(): void {
  if (document.querySelector('dialog.layer[open]') !== null) return;
  const { documentElement } = document;
  documentElement.classList.toggle('keeps-bar', window.innerWidth > documentElement.clientWidth);
}
