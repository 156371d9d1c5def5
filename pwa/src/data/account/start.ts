import { setCurrentDevice } from './current-device.ts';
import { noteEvicted } from './evicted.ts';
import { knownPeople, lastPerson } from './phone-book.ts';

let starting: Promise<void> | undefined;

async function start(): Promise<void> {
  const last = await lastPerson();
  const known = new Set((await knownPeople()).map(({ key }) => key));
  noteEvicted((key) => known.has(key));
  if (last === undefined) setCurrentDevice(undefined);
  // Loaded only when there is somebody: the first visit shows its three choices without them.
  else if (last === 'demo') await (await import('./demo-session.ts')).resumeDemo();
  else await (await import('./enter.ts')).enterAs(last);
}

/** Shows the data of whoever used this phone last, without the network; once per page. */
export function startDevice(): Promise<void> {
  starting ??= start();
  return starting;
}
