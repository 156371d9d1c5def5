import { totalKey, type Device, type Member } from '@revops/domain';
import { metaIn } from '../database/meta.ts';
import type { ReadTx } from '../database/schema.ts';
import type { CashView, DeviceView, PersonView } from '../views.ts';
import { listed, totalView } from './lists.ts';

/** Names of people and codes of devices, for everything that shows who and where. */
export interface Names {
  readonly person: (userId: string) => string;
  readonly deviceCode: (deviceId: string) => string | undefined;
}

export interface OwnDevice {
  readonly userId: string;
  readonly name: string;
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly role: 'owner' | 'manager';
}

/** Before the first sync only one's own name and code are known. */
export async function names(tx: ReadTx, own: OwnDevice): Promise<Names> {
  const [members, devices] = await Promise.all([listed(tx, 'member|'), listed(tx, 'device|')]);
  const people = new Map([[own.userId, own.name]]);
  for (const row of members) {
    const member = row.doc as unknown as Member | undefined;
    if (member !== undefined) people.set(member._id.slice('member:'.length), member.name);
  }
  const codes = new Map([[own.deviceId, own.deviceCode]]);
  for (const row of devices) {
    const device = row.doc as unknown as Device | undefined;
    if (device !== undefined) codes.set(device._id.slice('device:'.length), device.code);
  }
  return { person: (userId) => people.get(userId) ?? '', deviceCode: (id) => codes.get(id) };
}

export async function cash(tx: ReadTx, userId: string): Promise<CashView> {
  const rollups = tx.objectStore('rollups');
  const [held, waiting, rejected, deposited] = await Promise.all([
    rollups.get(totalKey.cash(userId)),
    rollups.get(totalKey.waitingHandOver(userId)),
    rollups.get(totalKey.rejectedCash(userId)),
    rollups.get(totalKey.waitingDeposit(userId)),
  ]);
  return {
    held: totalView(held),
    waitingHandOver: totalView(waiting),
    waitingDeposit: totalView(deposited),
    rejected: totalView(rejected),
  };
}

/** Only an owner may read everything, and only once everything was fetched: then an absent entry is a missing one. */
async function canCount(tx: ReadTx, { role }: OwnDevice): Promise<boolean> {
  return role === 'owner' && (await metaIn(tx, 'firstSync'))?.complete !== false;
}

async function deviceView(tx: ReadTx, device: Device, named: Names, isCounted: boolean): Promise<DeviceView> {
  const id = device._id.slice('device:'.length);
  const held = (await tx.objectStore('rollups').get(`held|${id}`))?.count ?? 0;
  return {
    id,
    code: device.code,
    label: device.label,
    userId: device.userId,
    personName: named.person(device.userId),
    ...(device.lastHeard === undefined ? {} : { lastHeard: device.lastHeard }),
    ...(isCounted ? { missing: Math.max(0, device.issued - held) } : {}),
    closed: device.closed === true,
  };
}

export async function devices(tx: ReadTx, own: OwnDevice): Promise<DeviceView[]> {
  const [rows, named] = await Promise.all([listed(tx, 'device|'), names(tx, own)]);
  const documents = rows
    .map((row) => row.doc as unknown as Device | undefined)
    .filter((device) => device !== undefined);
  const isCounted = await canCount(tx, own);
  const views = await Promise.all(documents.map((device) => deviceView(tx, device, named, isCounted)));
  return views.toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

/** The members with their cash, owners first, then by name. */
export async function people(tx: ReadTx, own: OwnDevice): Promise<PersonView[]> {
  const [rows, known] = await Promise.all([listed(tx, 'member|'), devices(tx, own)]);
  const views = await Promise.all(
    rows.map(async (row): Promise<PersonView | undefined> => {
      const member = row.doc as unknown as Member | undefined;
      if (member === undefined) return undefined;
      const id = member._id.slice('member:'.length);
      const heard = known
        .filter((device) => device.userId === id)
        .map((device) => device.lastHeard)
        .filter((instant) => instant !== undefined)
        .toSorted()
        .at(-1);
      return {
        id,
        name: member.name,
        ...(member.phone === undefined ? {} : { phone: member.phone }),
        role: member.role,
        active: member.active,
        cash: await cash(tx, id),
        ...(heard === undefined ? {} : { lastHeard: heard }),
      };
    }),
  );
  const rank = (person: PersonView): string => `${person.role === 'owner' ? 0 : 1} ${person.name}`;
  return views.filter((view) => view !== undefined).toSorted((a, b) => rank(a).localeCompare(rank(b)));
}
