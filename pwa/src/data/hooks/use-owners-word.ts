import { useSyncExternalStore } from 'react';
import { OwnersWord } from '../server/owners-word.ts';
import { useCurrentDevice } from './use-live.ts';
import { useSession } from './use-session.ts';

const words = new WeakMap<object, OwnersWord>();
const never = (): (() => void) => () => undefined;
const nothing = (): undefined => undefined;

/** While somebody looks at what was not accepted, the server is asked what owners said of it. */
export function useOwnersWord(): void {
  const { demo } = useSession();
  const device = useCurrentDevice();
  useSyncExternalStore(device === undefined || demo ? never : wordOf(device.db).subscribe, nothing);
}

function wordOf(db: ConstructorParameters<typeof OwnersWord>[0]): OwnersWord {
  const word = words.get(db) ?? new OwnersWord(db);
  words.set(db, word);
  return word;
}
