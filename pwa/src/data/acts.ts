import { uuidv7 } from '@revops/domain';
import { useMemo } from 'react';
import type { CurrentDevice } from './account/current-device.ts';
import { currentDevice } from './account/current-device.ts';
import { correctedNow } from './clock.ts';
import { markAnswered as answer } from './exchange/refuse.ts';
import { buildActs } from './save/build-acts.ts';
import { browserEnvironment } from './save/environment.ts';
import { saveAct } from './save/save-act.ts';
import type { SaveResult } from './views.ts';

type Builders = typeof buildActs;

/** Everything a person can do; each resolves when it is durable on this phone. */
export type Acts = {
  readonly [A in keyof Builders]: (...input: Parameters<Builders[A]>) => Promise<SaveResult>;
};

function device(): CurrentDevice {
  const current = currentDevice();
  if (current === undefined) throw new Error('nobody is signed in');
  return current;
}

function saving<A extends keyof Builders>(act: A, draft?: string): Acts[A] {
  const build = buildActs[act] as (...input: unknown[]) => ReturnType<Builders[A]>;
  return async (...input: unknown[]) => {
    const { db, session } = device();
    return saveAct(db, browserEnvironment(session), build(...input), [], draft);
  };
}

const actsOf = (draft?: string): Acts =>
  Object.fromEntries(
    Object.keys(buildActs).map((act) => [act, saving(act as keyof Builders, draft)]),
  ) as unknown as Acts;

/** @param draft the key of the draft that becomes the act, and leaves with it. */
export function useActs(draft?: string): Acts {
  return useMemo(() => actsOf(draft), [draft]);
}

/** A payment's id before it is saved: the UPI QR on screen already carries it as its reference. */
export const newPaymentId = (): string =>
  `payment:${uuidv7(Date.parse(correctedNow()), (count) => crypto.getRandomValues(new Uint8Array(count)))}`;

/** A person has dealt with something that the server did not accept. */
export const markAnswered = (key: string): Promise<void> => answer(device().db, key);
