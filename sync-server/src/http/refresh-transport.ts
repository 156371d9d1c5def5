import type { CookieOptions, Request, Response } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import type { SignedIn } from '#src/services/answers.ts';
import { handOverDays, refreshDays } from '#src/services/sessions.ts';

const cookieName = 'revops_refresh';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Where the token travels: `body` for clients with a storage of their own; `device` in a cookie for each device, so that
 * two people who share a phone do not end each other's session; else in one cookie for the browser.
 */
const transportOf = (request: Request): string | undefined => request.get('x-token-transport');
const inBody = (request: Request): boolean => transportOf(request) === 'body';

function cookieOptions(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/api/auth' };
}

function cookieOf(request: Request, deviceId: string | undefined): string {
  const isOwn = transportOf(request) === 'device' && deviceId !== undefined && uuid.test(deviceId);
  return isOwn ? `${cookieName}_${deviceId}` : cookieName;
}

const claimedDevice = (request: Request): string | undefined => request.get('x-device-id')?.toLowerCase();

/** The token goes where the client asked for: its own storage by the body, or a cookie that scripts cannot read. */
export function sendSession(request: Request, response: Response, status: number, signedIn: SignedIn): void {
  const { session, refreshToken } = signedIn;
  response.status(status).set('Cache-Control', 'no-store');
  if (inBody(request)) {
    response.json({ ...session, refreshToken });
    return;
  }
  // The device of the answer: the server may have given another than the one that asked.
  response.cookie(cookieOf(request, session.device?.id), refreshToken, {
    ...cookieOptions(request),
    // The server decides what is still good; a person removed today may first open the app again weeks later.
    maxAge: (refreshDays + handOverDays) * 24 * 3_600_000,
  });
  response.json(session);
}

export function clearSession(request: Request, response: Response): void {
  response.clearCookie(cookieOf(request, claimedDevice(request)), cookieOptions(request));
}

interface SentToken {
  readonly token: string;
  /** It stood in the browser's one cookie, which may be somebody else's: it counts for the session of this device alone. */
  readonly onlyFor?: string;
}

/** From the body when it is there, else from the device's cookie, else from the one that an earlier app had. */
export function refreshTokenOf(request: Request, fromBody: string | undefined): SentToken | undefined {
  if (fromBody !== undefined) return { token: fromBody };
  if (inBody(request)) return undefined;
  assertSameOrigin(request);
  const pairs = (request.get('cookie') ?? '').split(/;\s*/);
  // A token is written in letters that need no encoding.
  const named = (name: string): string | undefined =>
    pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const name = cookieOf(request, claimedDevice(request));
  const own = named(name);
  if (own !== undefined) return { token: own };
  const earlier = named(cookieName);
  return earlier === undefined ? undefined : { token: earlier, onlyFor: claimedDevice(request) ?? '' };
}

/** What was moved into the device's own cookie stands in the browser's one cookie no more. */
export function dropEarlier(request: Request, response: Response): void {
  response.clearCookie(cookieName, cookieOptions(request));
}

/** SameSite=Strict stops other sites; this stops a sibling subdomain, which counts as the same site. */
function assertSameOrigin(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('csrf_refused');
}
