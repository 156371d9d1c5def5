import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '#src/errors/app-error.ts';
import type { ChangePasswordRequest, ResetPasswordRequest } from '@revops/domain';
import type { Account } from './account.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { Services } from './services.ts';

/** `reset:<hash of the token>`; the token itself is only in the mail. */
interface ResetRecord {
  readonly userId: string;
  readonly createdAt: string;
  readonly usedAt?: string;
}

/** OWASP: short-lived; an hour outlasts a slow mail server. */
const validMs = 3_600_000;

const resetId = (token: string): string => `reset:${createHash('sha256').update(token).digest('hex')}`;

/** Says nothing about whether there is such an account; the route does not even wait for it. */
export async function sendReset(services: Services, email: string): Promise<void> {
  const account = await services.accounts.byEmail(email);
  if (!account) return;
  const token = randomBytes(32).toString('base64url');
  const record: ResetRecord = { userId: account.userId, createdAt: new Date(services.now()).toISOString() };
  await services.system.create(resetId(token), record);
  await services.mailer.send({
    to: account.email,
    subject: 'Choose a new RevOps password',
    // After the hash: the token never reaches a server's log or a referrer.
    text: [
      `Hello ${account.name},`,
      '',
      'Somebody asked for a new password for your RevOps account. Open this link within an hour to choose one:',
      '',
      `${services.config.publicUrl}/reset-password#${token}`,
      '',
      'If it was not you, nothing has changed and you can ignore this mail.',
      '',
    ].join('\n'),
  });
}

export async function resetPassword(services: Services, input: ResetPasswordRequest): Promise<void> {
  const record = await services.system.get<ResetRecord>(resetId(input.token));
  const account = record && (await services.accounts.byUserId(record.userId));
  if (!record || !account || !isValid(record, account, services.now()))
    throw new AppError('reset_token_invalid');
  const passwordHash = await hashPassword(input.password);
  const usedAt = new Date(services.now()).toISOString();
  let first = false;
  await services.system.update<ResetRecord>(resetId(input.token), (current) => {
    first = current.usedAt === undefined;
    return first ? { ...current, usedAt } : undefined;
  });
  if (!first) throw new AppError('reset_token_invalid');
  await setPassword(services, account, passwordHash, undefined);
}

/** A link from before the last change of password is dead: that change may have been made against a thief. */
function isValid(record: ResetRecord, account: Account, now: number): boolean {
  const age = now - Date.parse(record.createdAt);
  return record.usedAt === undefined && age < validMs && record.createdAt >= account.passwordChangedAt;
}

export async function changePassword(
  services: Services,
  userId: string,
  sessionId: string,
  input: ChangePasswordRequest,
): Promise<void> {
  const account = await services.accounts.byUserId(userId);
  if (!account || !(await verifyPassword(account.passwordHash, input.currentPassword))) {
    throw new AppError('wrong_credentials');
  }
  await setPassword(services, account, await hashPassword(input.newPassword), sessionId);
}

/** Every other sign-in ends: a changed password is how people throw somebody out. */
async function setPassword(
  services: Services,
  account: Account,
  passwordHash: string,
  keepSessionId: string | undefined,
): Promise<void> {
  const passwordChangedAt = new Date(services.now()).toISOString();
  await services.accounts.update(account.email, (current) => ({
    ...current,
    passwordHash,
    passwordChangedAt,
  }));
  await services.sessions.endAll(account.userId, 'password', keepSessionId);
}
