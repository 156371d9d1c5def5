import { canRead, keysOf, type Actor } from '#src/access/actor.ts';
import { deskKey, sortedKeys } from '#src/access/access-keys.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import { customerSchema, vehicleSchema, type Customer, type Vehicle } from '#src/documents/customer-book.ts';
import { deviceSchema, memberSchema, type Device, type Member } from '#src/documents/people.ts';
import { workshopSchema, type Workshop } from '#src/documents/workshop.ts';
import { defineType } from './document-type.ts';
import { changedFields, gatewayOnly, writes } from './rules.ts';

export const workshopType = defineType<Workshop>({
  type: 'workshop',
  kind: 'record',
  version: 1,
  schema: workshopSchema,
  setFields: [],
  accessOf: () => ['everyone'],
  may: (actor, before) => (before !== undefined && actor.role === 'owner' ? undefined : 'not_permitted'),
});

export const memberType = defineType<Member>({
  type: 'member',
  kind: 'record',
  version: 1,
  schema: memberSchema,
  setFields: [],
  accessOf: () => ['staff'],
  may: gatewayOnly,
});

export const deviceType = defineType<Device>({
  type: 'device',
  kind: 'record',
  version: 1,
  schema: deviceSchema,
  setFields: [],
  accessOf: (device) => [deskKey(device.userId)],
  may: gatewayOnly,
});

type BookDocument = Customer | Vehicle;

const bookAccess = (document: BookDocument): string[] =>
  document.shared ? ['staff'] : sortedKeys(document.desks.map(deskKey));

const bookPotential = (document: BookDocument): string[] =>
  sortedKeys([...(document.shared ? ['staff'] : []), ...document.desks.map(deskKey)]);

/** A manager opens the book at the own desk, edits what is readable, and adds nobody but the own desk. */
function bookRule(
  actor: Actor,
  before: BookDocument | undefined,
  after: BookDocument,
): RefusalCode | undefined {
  if (!writes(actor)) return 'not_permitted';
  if (actor.role === 'owner') return undefined;
  const known = before?.desks ?? [];
  const added = after.desks.filter((desk) => !known.includes(desk));
  if (added.some((desk) => desk !== actor.userId)) return 'protected_field';
  if (before === undefined) return after.desks.includes(actor.userId) ? undefined : 'not_permitted';
  if (!canRead(keysOf(actor), before)) return 'not_permitted';
  if (known.some((desk) => !after.desks.includes(desk))) return 'protected_field';
  return changedFields(before, after).includes('shared') ? 'protected_field' : undefined;
}

export const customerType = defineType<Customer>({
  type: 'customer',
  kind: 'record',
  version: 1,
  schema: customerSchema,
  setFields: ['desks'],
  erasable: true,
  accessOf: bookAccess,
  potentialKeys: bookPotential,
  may: bookRule,
});

export const vehicleType = defineType<Vehicle>({
  type: 'vehicle',
  kind: 'record',
  version: 1,
  schema: vehicleSchema,
  setFields: ['desks', 'customerIds'],
  accessOf: bookAccess,
  potentialKeys: bookPotential,
  may: bookRule,
});
