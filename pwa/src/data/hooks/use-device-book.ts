import { deviceListSchema } from '@revops/domain';
import { useSyncExternalStore } from 'react';
import type { CurrentDevice } from '../account/current-device.ts';
import { readMeta, writeMeta } from '../database/meta.ts';
import { DeviceBook, type DeviceBookState, type DeviceMemory } from '../server/device-book.ts';
import { useCurrentDevice } from './use-live.ts';
import { useSession } from './use-session.ts';

const books = new WeakMap<object, DeviceBook>();
const nothing: DeviceBookState = {};
const never = (): (() => void) => () => undefined;
const empty = (): DeviceBookState => nothing;

const memoryOf = ({ db }: CurrentDevice): DeviceMemory => ({
  // Another version may have written it.
  read: async () => deviceListSchema.safeParse(await readMeta(db, 'deviceList')).data,
  write: (list) => writeMeta(db, 'deviceList', list),
});

function bookOf(device: CurrentDevice): DeviceBook {
  const book = books.get(device.db) ?? new DeviceBook(memoryOf(device));
  books.set(device.db, book);
  return book;
}

/** What the server has of each phone, for owners with an account; all screens of a session share one answer. */
export function useDeviceBook(): DeviceBookState & { readonly book: DeviceBook | undefined } {
  const { role, demo } = useSession();
  const device = useCurrentDevice();
  const book = device === undefined || demo || role !== 'owner' ? undefined : bookOf(device);
  const state = useSyncExternalStore(book?.subscribe ?? never, book?.snapshot ?? empty);
  return { ...state, book };
}
