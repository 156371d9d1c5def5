import { randomInt } from 'node:crypto';
import type { Invite, InviteRole, InviteSettings } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Services } from './services.ts';

/** `invite:<code>` in the system database. */
export interface InviteRecord {
  readonly code: string;
  readonly workshopId: string;
  readonly role: InviteRole;
  readonly uses: number;
  readonly usedBy: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt?: string;
}

// No 0/O, 1/I/L, U: read aloud over a workshop's noise. 30^8 codes; guessing meets the rate limit first.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
const dayMs = 24 * 3_600_000;

const inviteId = (code: string): string => `invite:${code}`;
const pointerId = (workshopId: string, code: string): string => `workshop-invite:${workshopId}:${code}`;

const newCode = (): string =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');

export async function createInvite(
  services: Services,
  workshopId: string,
  createdBy: string,
  input: InviteSettings,
): Promise<Invite> {
  const now = services.now();
  for (;;) {
    const code = newCode();
    const record: InviteRecord = {
      code,
      workshopId,
      role: input.role,
      uses: input.uses,
      usedBy: [],
      createdBy,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + input.expiresInDays * dayMs).toISOString(),
    };
    if (!(await services.system.create(inviteId(code), record))) continue;
    await services.system.create(pointerId(workshopId, code), { code });
    return viewOf(services, record);
  }
}

export async function listInvites(services: Services, workshopId: string): Promise<readonly Invite[]> {
  const pointers = (await services.system.list(pointerId(workshopId, ''))) as readonly { code: string }[];
  const records = await Promise.all(
    pointers.map(({ code }) => services.system.get<InviteRecord>(inviteId(code))),
  );
  return records
    .filter((record) => record !== undefined)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .map((record) => viewOf(services, record));
}

export async function revokeInvite(services: Services, workshopId: string, code: string): Promise<void> {
  const revokedAt = new Date(services.now()).toISOString();
  const record = await services.system.update<InviteRecord>(inviteId(code), (current) =>
    current.workshopId === workshopId && current.revokedAt === undefined
      ? { ...current, revokedAt }
      : undefined,
  );
  // Another workshop's code is as unknown as one that never was.
  if (!record || record.workshopId !== workshopId) throw new AppError('invite_unknown');
}

export async function findInvite(services: Services, code: string): Promise<InviteRecord> {
  const record = await services.system.get<InviteRecord>(inviteId(code));
  if (!record) throw new AppError('invite_unknown');
  return record;
}

export function assertUsable(record: InviteRecord, userId: string | undefined, now: number): void {
  if (record.revokedAt !== undefined) throw new AppError('invite_revoked');
  if (userId !== undefined && record.usedBy.includes(userId)) return;
  if (Date.parse(record.expiresAt) <= now) throw new AppError('invite_expired');
  if (record.usedBy.length >= record.uses) throw new AppError('invite_used_up');
}

/** One use per person, however often the request is repeated; compare-and-swap keeps the count true. */
export async function useInvite(services: Services, code: string, userId: string): Promise<InviteRecord> {
  await services.system.claim(`claim:invite:${code}:${userId}`, userId);
  const record = await services.system.update<InviteRecord>(inviteId(code), (current) => {
    assertUsable(current, userId, services.now());
    return current.usedBy.includes(userId) ? undefined : { ...current, usedBy: [...current.usedBy, userId] };
  });
  if (!record) throw new AppError('invite_unknown');
  return record;
}

function viewOf(services: Services, record: InviteRecord): Invite {
  const { code, role, uses, createdAt, expiresAt, revokedAt } = record;
  return {
    code,
    role,
    uses,
    used: record.usedBy.length,
    createdAt,
    expiresAt,
    ...(revokedAt === undefined ? {} : { revokedAt }),
    // After the hash: the code never reaches a server's log.
    link: `${services.config.publicUrl}/join#${code}`,
  };
}
