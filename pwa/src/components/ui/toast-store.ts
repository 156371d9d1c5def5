export interface UndoToast {
  readonly id: number;
  readonly text: string;
  readonly onUndo: () => void;
}

// Long enough to be read and reached by a thumb, also by a switch device.
const visibleMs = 8000;
const listeners = new Set<() => void>();
let current: UndoToast | undefined;
let nextId = 1;
let timer: ReturnType<typeof setTimeout> | undefined;

function set(toast: UndoToast | undefined): void {
  clearTimeout(timer);
  current = toast;
  if (toast !== undefined) timer = setTimeout(() => set(undefined), visibleMs);
  for (const listener of listeners) listener();
}

/** Says what was done and offers to take it back. Nothing else is ever said in a toast. */
export function offerUndo(text: string, onUndo: () => void): void {
  set({ id: nextId++, text, onUndo });
}

export const dismissToast = (): void => set(undefined);
export const currentToast = (): UndoToast | undefined => current;

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
