import type { CookieOptions, Request, Response } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import type { SignedIn } from '#src/services/answers.ts';
import { handOverDays, refreshDays } from '#src/services/sessions.ts';

const cookieName = 'revops_refresh';

const inBody = (request: Request): boolean => request.get('x-token-transport') === 'body';

function cookieOptions(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/api/auth' };
}

/** The token goes where the client asked for: its own storage by the body, or a cookie that scripts cannot read. */
export function sendSession(request: Request, response: Response, status: number, signedIn: SignedIn): void {
  const { session, refreshToken } = signedIn;
  response.status(status).set('Cache-Control', 'no-store');
  if (inBody(request)) {
    response.json({ ...session, refreshToken });
    return;
  }
  response.cookie(cookieName, refreshToken, {
    ...cookieOptions(request),
    // The server decides what is still good; a person removed today may first open the app again weeks later.
    maxAge: (refreshDays + handOverDays) * 24 * 3_600_000,
  });
  response.json(session);
}

export function clearSession(request: Request, response: Response): void {
  response.clearCookie(cookieName, cookieOptions(request));
}

/** From the body when it is there, else from the cookie. */
export function refreshTokenOf(request: Request, fromBody: string | undefined): string | undefined {
  if (fromBody !== undefined || inBody(request)) return fromBody;
  assertSameOrigin(request);
  const pair = (request.get('cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(`${cookieName}=`));
  // A token is written in letters that need no encoding.
  return pair?.slice(cookieName.length + 1);
}

/** SameSite=Strict stops other sites; this stops a sibling subdomain, which counts as the same site. */
function assertSameOrigin(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('csrf_refused');
}
