import type { RegisterRequest } from '@revops/domain';
import type { Account } from './account.ts';
import { hashPassword } from './passwords.ts';
import { phoneOf } from './phone-of.ts';
import type { Services } from './services.ts';

type Person = Pick<RegisterRequest, 'email' | 'name' | 'phone' | 'password'>;

/** The account of somebody who registers or joins: inactive until all that belongs to it is there. */
export async function newAccount(
  { newId, now }: Services,
  { email, name, phone, password }: Person,
  place: Pick<Account, 'workshopId' | 'role'>,
): Promise<Account> {
  const at = new Date(now()).toISOString();
  return {
    userId: newId(),
    email,
    name,
    phone: phoneOf(phone),
    passwordHash: await hashPassword(password),
    passwordChangedAt: at,
    emailVerified: false,
    createdAt: at,
    ...place,
    active: false,
    devices: [],
  };
}
