import type { RegisterRequest } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Account } from './account.ts';
import { signedIn, workshopOf, type SignedIn } from './answers.ts';
import type { DeviceClaim } from './devices.ts';
import { foundWorkshop } from './found-workshop.ts';
import { newAccount } from './new-account.ts';
import { verifyPassword } from './passwords.ts';
import type { Services } from './services.ts';
import { openSession, startSession } from './sign-in.ts';
import { workshopRecordId, type WorkshopRecord } from './workshop-record.ts';

/** A lost answer is repeated within this time; later the person signs in. */
const repeatMs = 10 * 60_000;

/**
 * The account comes first, inactive: it makes the email unique. Everything after is repeatable, so a registration that
 * a crash cut short is finished by sending it again.
 */
export async function register(
  services: Services,
  input: RegisterRequest,
  claim: DeviceClaim,
): Promise<SignedIn> {
  const known = await services.accounts.byEmail(input.email);
  if (!known) {
    const account = await founderOf(services, input, claim);
    if (await services.accounts.create(account)) return complete(services, account, input, claim);
  }
  const account = known ?? (await services.accounts.byEmail(input.email));
  if (!account || !(await verifyPassword(account.passwordHash, input.password)))
    throw new AppError('email_taken');
  return again(services, account, input, claim);
}

async function founderOf(services: Services, input: RegisterRequest, claim: DeviceClaim): Promise<Account> {
  const account = await newAccount(services, input, { workshopId: services.newId(), role: 'owner' });
  return { ...account, registration: registrationAt(account.createdAt, claim) };
}

const registrationAt = (at: string, { id }: DeviceClaim): NonNullable<Account['registration']> => ({
  at,
  ...(id === undefined ? {} : { deviceId: id }),
});

async function again(
  services: Services,
  account: Account,
  input: RegisterRequest,
  claim: DeviceClaim,
): Promise<SignedIn> {
  const { registration } = account;
  if (!account.active) {
    const cutShort = registration !== undefined && account.removedAt === undefined;
    return complete(services, cutShort ? account : await startOver(services, account, claim), input, claim);
  }
  const recent = registration !== undefined && services.now() - Date.parse(registration.at) < repeatMs;
  if (!recent || registration.deviceId !== claim.id) throw new AppError('email_taken');
  if (registration.sessionId === undefined) return startSession(services, account, claim);
  const issued = await services.sessions.reissueUnused(account.userId, registration.sessionId);
  if (!issued) return startSession(services, account, claim);
  const documents = await services.documentsOf(account.workshopId);
  const known = account.devices.find((device) => device.id === issued.session.deviceId);
  const [device, workshop] = await Promise.all([
    known && services.devices.describe(documents, known),
    workshopOf(documents, account.workshopId),
  ]);
  return signedIn(services.accessTokens, account, workshop, issued, device);
}

/** Who was removed, or never finished joining, may found an own workshop as the same person. */
async function startOver(services: Services, account: Account, claim: DeviceClaim): Promise<Account> {
  const workshopId = services.newId();
  const at = new Date(services.now()).toISOString();
  const registration = registrationAt(at, claim);
  const founder = await services.accounts.update(account.email, (current) => {
    if (current.active) return undefined;
    const { removedAt: _removedAt, ...rest } = current;
    return { ...rest, workshopId, role: 'owner', registration };
  });
  if (founder.workshopId !== workshopId) throw new AppError('email_taken');
  return founder;
}

async function complete(
  services: Services,
  account: Account,
  input: RegisterRequest,
  claim: DeviceClaim,
): Promise<SignedIn> {
  const record: WorkshopRecord = {
    id: account.workshopId,
    createdAt: account.createdAt,
    owners: [account.userId],
  };
  const [documents] = await Promise.all([
    services.documentsOf(account.workshopId),
    services.system.create(workshopRecordId(account.workshopId), record),
  ]);
  await foundWorkshop(documents, account, input);
  const sessionId = services.newId();
  const [active, device] = await Promise.all([
    services.accounts.update(account.email, (current) => activated(current, sessionId)),
    services.devices.enrol(account, documents, claim),
  ]);
  return openSession(services, active, { documents, device, label: claim.label, id: sessionId });
}

/** Names the session before it is there: a repeated registration that does not find it starts another. */
function activated(account: Account, sessionId: string): Account {
  const { registration } = account;
  return { ...account, active: true, ...(registration && { registration: { ...registration, sessionId } }) };
}
