import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { AccessClaims, AccessTokens } from '#src/services/access-tokens.ts';
import type { Rights, RightsReader } from '#src/services/rights.ts';

/** Who sends a request, by the account as it is now. */
export interface Caller {
  readonly userId: string;
  readonly workshopId: string;
  readonly sessionId: string;
  /** The device this token was issued to; a token without one may use REST and read. */
  readonly deviceId: string | undefined;
  readonly actor: Actor;
}

interface AuthParts {
  readonly accessTokens: AccessTokens;
  readonly rights: RightsReader;
}

/** Throws unless the bearer token is valid, its session lives and the person belongs to the token's workshop. */
export async function authenticate(parts: AuthParts, request: Request): Promise<Caller> {
  const { claims, rights, live } = await readToken(parts, request);
  if (!isMember(rights, claims)) throw new AppError('member_removed');
  if (!live) throw new AppError('session_ended');
  return callerFrom(claims, rights);
}

/**
 * Lets people in who were removed from the token's workshop, as long as their session lives (90 days): only for the
 * hand-over of work that they had not sent. The caller is then who the token says, in the workshop that it was given for.
 */
export async function authenticateAlsoRemoved(parts: AuthParts, request: Request): Promise<Caller> {
  const { claims, rights, live } = await readToken(parts, request);
  if (!live) throw new AppError('session_ended');
  if (isMember(rights, claims)) return callerFrom(claims, rights);
  const { sub: userId, wid: workshopId, sid: sessionId, did: deviceId, role } = claims;
  const deviceIds = deviceId === undefined ? [] : [deviceId];
  return { userId, workshopId, sessionId, deviceId, actor: { userId, role, deviceIds } };
}

interface ReadToken {
  readonly claims: AccessClaims;
  readonly rights: Rights;
  readonly live: boolean;
}

async function readToken(parts: AuthParts, request: Request): Promise<ReadToken> {
  const token = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined) throw new AppError('token_missing');
  const claims = parts.accessTokens.verify(token);
  const [rights, live] = await Promise.all([
    parts.rights.rightsOf(claims.sub),
    parts.rights.isSessionLive(claims.sub, claims.sid),
  ]);
  if (!rights) throw new AppError('token_invalid');
  if (isRevoked(rights, claims.did)) throw new AppError('device_closed');
  return { claims, rights, live };
}

/** Before all else that may be wrong with it: the app then tells its person why. */
const isRevoked = ({ actor }: Rights, deviceId: string | undefined): boolean =>
  deviceId !== undefined && actor.closedDeviceIds?.includes(deviceId) === true;

const isMember = (rights: Rights, claims: AccessClaims): boolean =>
  rights.active && rights.workshopId === claims.wid;

function callerFrom(claims: AccessClaims, rights: Rights): Caller {
  return {
    userId: claims.sub,
    workshopId: rights.workshopId,
    sessionId: claims.sid,
    deviceId:
      claims.did !== undefined && rights.actor.deviceIds.includes(claims.did) ? claims.did : undefined,
    actor: rights.actor,
  };
}

export function requireCaller(parts: AuthParts): RequestHandler {
  return async (request, response, next) => {
    response.locals['caller'] = await authenticate(parts, request);
    next();
  };
}

/** As `requireCaller`, also for removed people. */
export function requireCallerAlsoRemoved(parts: AuthParts): RequestHandler {
  return async (request, response, next) => {
    response.locals['caller'] = await authenticateAlsoRemoved(parts, request);
    next();
  };
}

export const requireOwner: RequestHandler = (_request, response, next) => {
  if (callerOf(response).actor.role !== 'owner') throw new AppError('owner_only');
  next();
};

/** Who sent the request that `requireCaller` let through. */
export function callerOf(response: Response): Caller {
  const caller = response.locals['caller'] as Caller | undefined;
  if (!caller) throw new Error('this route has no requireCaller before it');
  return caller;
}
