import {
  inviteListSchema,
  inviteSchema,
  managerListSchema,
  ok,
  type ErrorCode,
  type Invite,
  type InviteRole,
  type ManagerView,
  type Result,
} from '@revops/domain';
import { asPerson } from './as-person.ts';

const invites = '/api/workshops/mine/invites';

export async function listInvites(): Promise<Result<Invite[], ErrorCode>> {
  const answer = await asPerson({ method: 'GET', path: invites, answer: inviteListSchema });
  return answer.ok ? ok(answer.value.items) : answer;
}

export interface InviteInput {
  readonly role: InviteRole;
  readonly days: number;
  readonly uses: number;
}

export const createInvite = ({ role, days, uses }: InviteInput): Promise<Result<Invite, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: invites,
    body: { role, expiresInDays: days, uses },
    answer: inviteSchema,
  });

export const revokeInvite = (code: string): Promise<Result<undefined, ErrorCode>> =>
  asPerson({ method: 'DELETE', path: `${invites}/${encodeURIComponent(code)}` });

export async function listManagers(): Promise<Result<ManagerView[], ErrorCode>> {
  const answer = await asPerson({ method: 'GET', path: '/api/managers', answer: managerListSchema });
  return answer.ok ? ok(answer.value.items) : answer;
}

export const removeManager = (id: string): Promise<Result<undefined, ErrorCode>> =>
  asPerson({ method: 'DELETE', path: `/api/managers/${encodeURIComponent(id)}` });
