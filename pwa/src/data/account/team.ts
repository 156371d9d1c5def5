import {
  err,
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
import { accessToken, dropToken } from './access-token.ts';
import { callApi, type ApiCall } from './api.ts';
import { currentDevice } from './current-device.ts';

/** A call in the name of the person signed in; an expired token is renewed once. */
async function asPerson<T = undefined>(call: ApiCall<T>): Promise<Result<T, ErrorCode>> {
  const device = currentDevice();
  // The demo has no account: it looks like a phone without signal.
  if (device === undefined || device.session.demo) return err('unavailable');
  const { userId } = device.session;
  const token = await accessToken(userId);
  if (!token.ok) return token;
  const answer = await callApi({ ...call, token: token.value });
  if (answer.ok || (answer.reason !== 'token_expired' && answer.reason !== 'token_invalid')) return answer;
  dropToken();
  const renewed = await accessToken(userId);
  return renewed.ok ? callApi({ ...call, token: renewed.value }) : renewed;
}

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
