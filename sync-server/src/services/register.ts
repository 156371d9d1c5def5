import { parsePhone, type RegisterRequest } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Account } from './account.ts';
import { signedIn, workshopOf, type SignedIn } from './answers.ts';
import type { DeviceClaim } from './devices.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { Services } from './services.ts';
import { startSession } from './sign-in.ts';
import type { WorkshopDocuments } from './workshop-documents.ts';
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
    const account = await newAccount(services, input, claim);
    if (await services.accounts.create(account)) return complete(services, account, input, claim);
  }
  const account = known ?? (await services.accounts.byEmail(input.email));
  if (!account || !(await verifyPassword(account.passwordHash, input.password)))
    throw new AppError('email_taken');
  return again(services, account, input, claim);
}

async function newAccount(services: Services, input: RegisterRequest, claim: DeviceClaim): Promise<Account> {
  const at = new Date(services.now()).toISOString();
  return {
    userId: services.newId(),
    email: input.email,
    name: input.name,
    phone: phoneOf(input.phone),
    passwordHash: await hashPassword(input.password),
    passwordChangedAt: at,
    emailVerified: false,
    createdAt: at,
    workshopId: services.newId(),
    role: 'owner',
    active: false,
    devices: [],
    registration: { at, ...(claim.id === undefined ? {} : { deviceId: claim.id }) },
  };
}

/** As E.164 where that is possible; what a person typed is kept otherwise, a phone number never stops a sign-up. */
export function phoneOf(typed: string): string {
  const parsed = parsePhone(typed);
  return parsed.ok ? parsed.value : typed.slice(0, 20);
}

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
  const registration = { at, ...(claim.id === undefined ? {} : { deviceId: claim.id }) };
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
  await services.system.create(workshopRecordId(account.workshopId), record);
  const documents = await services.documentsOf(account.workshopId);
  await writeWorkshop(documents, account, input);
  const active = await services.accounts.update(account.email, (current) => ({ ...current, active: true }));
  const answer = await startSession(services, active, claim, documents);
  const sessionId = services.accessTokens.verify(answer.session.accessToken).sid;
  await services.accounts.update(account.email, (current) =>
    current.registration ? { ...current, registration: { ...current.registration, sessionId } } : undefined,
  );
  return answer;
}

async function writeWorkshop(
  documents: WorkshopDocuments,
  account: Account,
  { workshop }: RegisterRequest,
): Promise<void> {
  const timeZone = workshop.timeZone ?? 'Asia/Kolkata';
  await documents.create('workshop', 'workshop:self', account.userId, timeZone, {
    ...workshop,
    phone: workshop.phone === undefined ? undefined : phoneOf(workshop.phone),
    currency: workshop.currency ?? 'INR',
    timeZone,
    locale: workshop.locale ?? 'en-IN',
    shareCustomers: true,
    waiverLimit: 0,
  });
  const { name, phone, role } = account;
  const member = { name, phone, role, active: true };
  await documents.create('member', `member:${account.userId}`, account.userId, timeZone, member);
}
