import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Role } from '#src/documents/people.ts';

/** Who asks: rights as the account holds them now, and the devices that belong to the person. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly deviceIds: readonly string[];
  /** Devices of the person that an owner has signed out for good: what they wrote comes in only by an owner's word. */
  readonly closedDeviceIds?: readonly string[];
  /** Who wrote it, where that was not `role`: an owner vouches for a document, but cannot make its writer an owner. */
  readonly wroteAs?: Role;
}

/** The keys a person reads with; an owner reads everything (`all`). */
export function keysOf(actor: Pick<Actor, 'userId' | 'role'>): 'all' | readonly string[] {
  switch (actor.role) {
    case 'owner':
      return 'all';
    case 'manager':
      return ['everyone', 'staff', `desk:${actor.userId}`];
    case 'technician':
      return ['everyone', `tech:${actor.userId}`];
    case 'customer':
      return ['everyone', `customer:${actor.userId}`];
  }
}

/** True when one of the reader's keys opens the document. */
export function canRead(keys: 'all' | readonly string[], document: Pick<AnyDocument, 'access'>): boolean {
  return keys === 'all' || document.access.some((key) => keys.includes(key));
}
