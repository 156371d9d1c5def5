import { uuidv7 } from '@revops/domain';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A person who has signed in on this phone and whose data may still be here. */
export interface KnownPerson {
  readonly key: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'manager';
  readonly workshopId: string;
  readonly workshopName: string;
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly secret?: KnownSecret;
}

/** What a password is checked against without signal: never the password, and slow to guess from. */
export interface KnownSecret {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

/** A device's identity outlives a sign-out: so do its counters. */
export interface KnownDevice {
  readonly email: string;
  readonly deviceId: string;
  readonly issued: number;
  readonly jobCounter: number;
}

interface PhoneSchema extends DBSchema {
  people: { key: string; value: KnownPerson };
  devices: { key: string; value: KnownDevice };
  state: { key: string; value: string };
}

let opened: Promise<IDBPDatabase<PhoneSchema>> | undefined;

function phoneBook(): Promise<IDBPDatabase<PhoneSchema>> {
  opened ??= openDB<PhoneSchema>('revops-device', 1, {
    upgrade(db) {
      db.createObjectStore('people', { keyPath: 'key' });
      db.createObjectStore('devices', { keyPath: 'email' });
      db.createObjectStore('state');
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

export const personKey = (workshopId: string, userId: string): string => `${workshopId}|${userId}`;

const spelled = (email: string): string => email.trim().toLowerCase();

/** Whose data screens show at the next start: a person's key, `demo`, or nobody. */
export async function lastPerson(): Promise<KnownPerson | 'demo' | undefined> {
  const db = await phoneBook();
  const key = await db.get('state', 'current');
  if (key === undefined || key === 'demo') return key;
  return db.get('people', key);
}

/** The person who was signed in before the demo was looked at. */
export async function personBeforeDemo(): Promise<KnownPerson | undefined> {
  const db = await phoneBook();
  const key = await db.get('state', 'beforeDemo');
  return key === undefined ? undefined : db.get('people', key);
}

export async function rememberPerson(person: KnownPerson): Promise<void> {
  const tx = (await phoneBook()).transaction(['people', 'state'], 'readwrite');
  await tx.objectStore('people').put(person);
  await tx.objectStore('state').put(person.key, 'current');
  await tx.done;
}

export async function forgetPerson(key: string): Promise<void> {
  const tx = (await phoneBook()).transaction(['people', 'state'], 'readwrite');
  await tx.objectStore('people').delete(key);
  await tx.objectStore('state').delete('current');
  await tx.done;
}

export async function rememberDemo(isInDemo: boolean): Promise<void> {
  const tx = (await phoneBook()).transaction('state', 'readwrite');
  const current = await tx.store.get('current');
  if (isInDemo && current !== 'demo') {
    if (current === undefined) await tx.store.delete('beforeDemo');
    else await tx.store.put(current, 'beforeDemo');
    await tx.store.put('demo', 'current');
  } else if (!isInDemo && current === 'demo') {
    const before = await tx.store.get('beforeDemo');
    if (before === undefined) await tx.store.delete('current');
    else await tx.store.put(before, 'current');
  }
  await tx.done;
}

/** This phone's device for an email, made at first need: signing in again is the same device. */
export async function deviceFor(email: string): Promise<KnownDevice> {
  const tx = (await phoneBook()).transaction('devices', 'readwrite');
  const known = await tx.store.get(spelled(email));
  const deviceId = uuidv7(Date.now(), (count) => crypto.getRandomValues(new Uint8Array(count)));
  const device = known ?? { email: spelled(email), deviceId, issued: 0, jobCounter: 0 };
  if (known === undefined) await tx.store.put(device);
  await tx.done;
  return device;
}

export async function rememberDevice(device: KnownDevice): Promise<void> {
  await (await phoneBook()).put('devices', { ...device, email: spelled(device.email) });
}

export const personNamed = async (key: string): Promise<KnownPerson | undefined> =>
  (await phoneBook()).get('people', key);

/** Nobody is in front of the screen; everybody's data stays. */
export async function forgetCurrent(): Promise<void> {
  await (await phoneBook()).delete('state', 'current');
}

/** Keeps what a person's password is checked against while there is no signal. */
export async function rememberSecret(key: string, secret: KnownSecret): Promise<void> {
  const tx = (await phoneBook()).transaction('people', 'readwrite');
  const person = await tx.store.get(key);
  if (person !== undefined) await tx.store.put({ ...person, secret });
  await tx.done;
}

/** Without the server nobody enters as this person any more: a removed person's password has no business here. */
export async function forgetSecret(key: string): Promise<void> {
  const tx = (await phoneBook()).transaction('people', 'readwrite');
  const person = await tx.store.get(key);
  if (person?.secret !== undefined) {
    const { secret: _secret, ...left } = person;
    await tx.store.put(left);
  }
  await tx.done;
}

/** Everybody whose data may be on this phone. */
export const knownPeople = async (): Promise<KnownPerson[]> => (await phoneBook()).getAll('people');
