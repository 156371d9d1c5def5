import { err, ok, sessionSchema, type ErrorCode, type Result, type Session } from '@revops/domain';
import { callApi } from './api.ts';
import { currentDevice } from './current-device.ts';
import { ownCookieHeaders } from './own-cookie.ts';
import { personKey } from './phone-book.ts';
import { withLock } from './with-lock.ts';

/** Renewed this long before its end, so that a slow request does not meet an expired token. */
const EARLY_MS = 60_000;

const currentKey = (): string => {
  const { workshopId = '', userId = '' } = currentDevice()?.session ?? {};
  return personKey(workshopId, userId);
};

let held: { readonly token: string; readonly userId: string; readonly endsMs: number } | undefined;
let renewing: Promise<Result<Session, ErrorCode>> | undefined;

/** Keeps the access token of a session, in memory only: the refresh cookie is out of reach of scripts. */
export function holdToken(session: Session): void {
  held = {
    token: session.accessToken,
    userId: session.user.id,
    endsMs: Date.now() + session.expiresIn * 1000,
  };
}

export function dropToken(): void {
  held = undefined;
}

async function renew(): Promise<Result<Session, ErrorCode>> {
  const call = async () =>
    callApi({
      method: 'POST',
      path: '/api/auth/refresh',
      body: {},
      headers: await ownCookieHeaders(currentKey()),
      answer: sessionSchema,
    });
  // Tabs and the worker share the device's cookie: one renewal at a time keeps the rotation in step.
  const answer = await withLock('revops-refresh', call);
  if (answer.ok) holdToken(answer.value);
  return answer;
}

/** A new session from the refresh cookie. */
function renewSession(): Promise<Result<Session, ErrorCode>> {
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** The access token of a person, renewed when it is about to end. */
export async function accessToken(userId: string): Promise<Result<string, ErrorCode>> {
  if (held?.userId === userId && held.endsMs - EARLY_MS > Date.now()) return ok(held.token);
  const renewed = await renewSession();
  if (!renewed.ok) return renewed;
  // The cookie may be another person's who signed in on this phone since.
  return renewed.value.user.id === userId ? ok(renewed.value.accessToken) : err('session_ended');
}
