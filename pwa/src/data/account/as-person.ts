import { err, type ErrorCode, type Result } from '@revops/domain';
import { accessToken, dropToken } from './access-token.ts';
import { callApi, type ApiCall } from './api.ts';
import { currentDevice } from './current-device.ts';

/** A call in the name of the person signed in; an expired token is renewed once. */
export async function asPerson<T = undefined>(call: ApiCall<T>): Promise<Result<T, ErrorCode>> {
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
