import { useSyncExternalStore } from 'react';
import { m } from '#src/words/compiled/messages.js';
import { currentToast, dismissToast, subscribeToToasts, type UndoToast } from './toast-store.ts';

/** Once per app. The live region is always there, so that a new text is announced. */
export function ToastHost() {
  const toast = useSyncExternalStore(subscribeToToasts, currentToast);
  return (
    <output className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4">
      {toast !== undefined && <Toast key={toast.id} toast={toast} />}
    </output>
  );
}

export function Toast({ toast }: { readonly toast: UndoToast }) {
  const undo = () => {
    dismissToast();
    toast.onUndo();
  };
  return (
    <div className="toast pointer-events-auto flex w-full max-w-md items-center gap-2 rounded-control bg-ink ps-4 pe-1 text-canvas">
      <p className="min-w-0 flex-1 py-3">{toast.text}</p>
      <button
        type="button"
        onClick={undo}
        className="min-h-12 shrink-0 rounded-control px-4 text-strong text-canvas underline decoration-2 underline-offset-4 focus-visible:outline-canvas focus-visible:-outline-offset-3"
      >
        {m.ui_undo()}
      </button>
    </div>
  );
}
