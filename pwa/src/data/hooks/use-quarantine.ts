import { useSyncExternalStore } from 'react';
import { QuarantineBook, type QuarantineState } from '../server/quarantine-book.ts';
import { useSession } from './use-session.ts';
import { useCurrentDevice } from './use-live.ts';

const books = new WeakMap<object, QuarantineBook>();
const nothing: QuarantineState = { status: 'ready', items: [] };
const never = (): (() => void) => () => undefined;
const empty = (): QuarantineState => nothing;

function bookOf(owner: object): QuarantineBook {
  const book = books.get(owner) ?? new QuarantineBook();
  books.set(owner, book);
  return book;
}

/** What was not accepted of anybody; all screens of a session share one answer. Only an owner with an account may ask. */
export function useQuarantine(): QuarantineState & {
  readonly book: QuarantineBook | undefined;
} {
  const { role, demo } = useSession();
  const device = useCurrentDevice();
  const book = device === undefined || demo || role !== 'owner' ? undefined : bookOf(device.db);
  const state = useSyncExternalStore(book?.subscribe ?? never, book?.snapshot ?? empty);
  return { ...state, book };
}
