import type { JoinRequest } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Account } from './account.ts';
import type { SignedIn } from './answers.ts';
import type { DeviceClaim } from './devices.ts';
import { assertUsable, findInvite, useInvite, type InviteRecord } from './invites.ts';
import { newAccount } from './new-account.ts';
import { verifyPassword } from './passwords.ts';
import type { Services } from './services.ts';
import { startSession } from './sign-in.ts';
import { addOwner } from './workshop-record.ts';

export interface Joined {
  readonly created: boolean;
  readonly answer: SignedIn;
}

/**
 * The account comes first and inactive, then the use of the code, then membership: repeated after a crash or a lost
 * answer, the same person goes on with the same use.
 */
export async function join(services: Services, input: JoinRequest, claim: DeviceClaim): Promise<Joined> {
  const invite = await findInvite(services, input.inviteCode);
  const known = await services.accounts.byEmail(input.email);
  if (known) return joinAgain(services, known, invite, input, claim);
  assertUsable(invite, undefined, services.now());
  const { workshopId, role } = invite;
  const account = await newAccount(services, input, { workshopId, role });
  if (await services.accounts.create(account)) {
    return { created: true, answer: await enter(services, account, invite, claim) };
  }
  const rival = await services.accounts.byEmail(input.email);
  if (!rival) throw new AppError('unavailable');
  return joinAgain(services, rival, invite, input, claim);
}

async function joinAgain(
  services: Services,
  account: Account,
  invite: InviteRecord,
  input: JoinRequest,
  claim: DeviceClaim,
): Promise<Joined> {
  if (!(await verifyPassword(account.passwordHash, input.password))) throw new AppError('wrong_credentials');
  if (account.active) {
    if (account.workshopId !== invite.workshopId) throw new AppError('already_member');
    return { created: false, answer: await startSession(services, account, claim) };
  }
  assertUsable(invite, account.userId, services.now());
  return { created: true, answer: await enter(services, account, invite, claim) };
}

async function enter(
  services: Services,
  account: Account,
  invite: InviteRecord,
  claim: DeviceClaim,
): Promise<SignedIn> {
  await useInvite(services, invite.code, account.userId);
  const { workshopId, role } = invite;
  if (role === 'owner') await addOwner(services.system, workshopId, account.userId);
  await writeMember(services, account, invite);
  const active = await services.accounts.update(account.email, (current) => {
    const { removedAt: _removedAt, registration: _registration, ...rest } = current;
    return { ...rest, workshopId, role, active: true };
  });
  return startSession(services, active, claim);
}

async function writeMember(services: Services, account: Account, invite: InviteRecord): Promise<void> {
  const documents = await services.documentsOf(invite.workshopId);
  const id = `member:${account.userId}`;
  const fields = { name: account.name, phone: account.phone, role: invite.role, active: true };
  if (await documents.get(id)) {
    await documents.change(id, fields);
    return;
  }
  const timeZone = await documents.timeZone();
  await documents.create({ type: 'member', id, createdBy: account.userId, timeZone, fields });
}
