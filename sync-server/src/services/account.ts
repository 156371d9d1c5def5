import type { AccountRole } from '@revops/domain';

/** A device of a person; kept in the account so that rights need one read. */
export interface AccountDevice {
  readonly id: string;
  readonly workshopId: string;
  readonly code: string;
  readonly closed?: boolean;
  /** An owner has signed it out for good: what it wrote comes in only by an owner's word. */
  readonly revokedAt?: string;
}

/** `account:<email>` in the system database. A person belongs to at most one workshop at a time. */
export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly passwordHash: string;
  readonly passwordChangedAt: string;
  readonly emailVerified: boolean;
  readonly createdAt: string;
  readonly workshopId: string;
  readonly role: AccountRole;
  /** False until registration or joining is complete, and again after removal. */
  readonly active: boolean;
  readonly removedAt?: string;
  readonly devices: readonly AccountDevice[];
  /** For a registration repeated because its answer was lost. */
  readonly registration?: { readonly at: string; readonly deviceId?: string; readonly sessionId?: string };
}

/** Whether the person is of this workshop now; a session may be of one that the person was removed from. */
export const belongs = (account: Pick<Account, 'active' | 'workshopId'>, workshopId: string): boolean =>
  account.active && account.workshopId === workshopId;

export const accountId = (email: string): string => `account:${email}`;
/** Points from a user id to the email. */
export const userPointerId = (userId: string): string => `user:${userId}`;

export interface UserPointer {
  readonly email: string;
}
