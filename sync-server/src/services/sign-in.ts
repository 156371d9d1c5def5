import type { LoginRequest, Me, SessionDevice } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { belongs, type Account } from './account.ts';
import { signedIn, userOf, workshopOf, type SignedIn } from './answers.ts';
import type { DeviceClaim } from './devices.ts';
import { verifyPassword } from './passwords.ts';
import type { Services } from './services.ts';
import type { SessionRecord } from './sessions.ts';
import type { WorkshopDocuments } from './workshop-documents.ts';

export async function login(services: Services, input: LoginRequest, claim: DeviceClaim): Promise<SignedIn> {
  const account = await services.accounts.byEmail(input.email);
  if (!(await verifyPassword(account?.passwordHash, input.password)) || !account) {
    throw new AppError('wrong_credentials');
  }
  // A registration or joining that a crash cut short is finished by repeating it, which also says what is missing.
  if (!account.active) throw new AppError('member_removed');
  return startSession(services, account, claim);
}

export async function startSession(
  services: Services,
  account: Account,
  claim: DeviceClaim,
): Promise<SignedIn> {
  const documents = await services.documentsOf(account.workshopId);
  const device = await services.devices.enrol(account, documents, claim);
  return openSession(services, account, { documents, device, label: claim.label });
}

interface Opening {
  readonly documents: WorkshopDocuments;
  readonly device: SessionDevice | undefined;
  readonly label: string;
  /** Where it had to be named before it was there. */
  readonly id?: string;
}

/** A session on a device that has its code already. */
export async function openSession(
  services: Services,
  account: Account,
  { documents, device, ...given }: Opening,
): Promise<SignedIn> {
  services.rights.forget(account.userId);
  const { userId, workshopId } = account;
  const [issued, workshop] = await Promise.all([
    services.sessions.start({
      ...given,
      userId,
      workshopId,
      deviceId: device?.id,
      deviceCode: device?.code,
    }),
    workshopOf(documents, workshopId),
  ]);
  return signedIn(services.accessTokens, account, workshop, issued, device);
}

/**
 * Works for removed people too, for 90 days and into tokens that say so: the app can hand over its journal, and nothing
 * else. Who belongs to the workshop again has an ordinary session again.
 */
export async function refresh(services: Services, token: string): Promise<SignedIn> {
  const issued = await services.sessions.rotate(token);
  const account = await services.accounts.byUserId(issued.session.userId);
  if (!account) throw new AppError('token_invalid');
  await followMembership(services, account, issued.session);
  const { workshopId, deviceId } = issued.session;
  const documents = await services.documentsOf(workshopId);
  const known = deviceOf(account, workshopId, deviceId);
  const [device, workshop] = await Promise.all([
    known && services.devices.describe(documents, known),
    workshopOf(documents, workshopId),
  ]);
  return signedIn(services.accessTokens, account, workshop, issued, device);
}

/** A phone that has worked for two workshops has a code in each. */
const deviceOf = (account: Account, workshopId: string, deviceId: string | undefined) =>
  account.devices.find((device) => device.id === deviceId && device.workshopId === workshopId);

async function followMembership(
  { sessions, now }: Services,
  account: Account,
  session: SessionRecord,
): Promise<void> {
  const belongsHere = belongs(account, session.workshopId);
  if (belongsHere === (session.removedAt === undefined)) return;
  const at = account.removedAt ?? new Date(now()).toISOString();
  await sessions.setRemoved(session, belongsHere ? undefined : at);
}

/** A store that does not answer makes no token a wrong one. */
const genuineClaim = (sessions: Services['sessions'], token: string) =>
  sessions.claimOf(token).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'token_invalid') return undefined;
    throw error;
  });

/** Whether a token that may be of somebody else in the same browser is of the device that sends it. */
export async function isOfDevice(
  { sessions }: Services,
  { token, onlyFor }: { readonly token: string; readonly onlyFor?: string },
): Promise<boolean> {
  if (onlyFor === undefined) return true;
  const claim = await genuineClaim(sessions, token);
  const session = claim && (await sessions.get(claim.userId, claim.sessionId));
  return session !== undefined && session.deviceId === onlyFor;
}

export async function logout(services: Services, token: string): Promise<void> {
  const claim = await genuineClaim(services.sessions, token);
  if (!claim) return;
  await services.sessions.end(claim.userId, claim.sessionId, 'logout');
  services.rights.forget(claim.userId, claim.sessionId);
}

export async function describeMe(
  services: Services,
  userId: string,
  deviceId: string | undefined,
): Promise<Me> {
  const account = await services.accounts.byUserId(userId);
  if (!account) throw new AppError('token_invalid');
  const documents = await services.documentsOf(account.workshopId);
  const known = deviceOf(account, account.workshopId, deviceId);
  return {
    user: userOf(account),
    workshop: await workshopOf(documents, account.workshopId),
    ...(known ? { device: await services.devices.describe(documents, known) } : {}),
  };
}
