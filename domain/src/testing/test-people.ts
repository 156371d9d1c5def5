import type { Actor } from '#src/access/actor.ts';
import type { Role } from '#src/documents/people.ts';

const person = (userId: string, role: Role): Actor => ({ userId, role, deviceIds: [`${userId}-phone`] });

/** The people of the test workshop, each with one device named after them. */
export const testPeople = {
  owner: person('olga', 'owner'),
  secondOwner: person('omar', 'owner'),
  manager: person('meera', 'manager'),
  otherManager: person('manoj', 'manager'),
  technician: person('tara', 'technician'),
  customer: person('cyrus', 'customer'),
} as const satisfies Record<string, Actor>;

/** All of them, to be picked from. */
export const testActors: readonly Actor[] = Object.values(testPeople);

/** The device a test person writes on. */
export const deviceOf = (actor: Actor): string => actor.deviceIds[0] ?? 'no-device';
