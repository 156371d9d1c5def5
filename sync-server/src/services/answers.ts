import type { AccountRole, Session, SessionDevice } from '@revops/domain';
import { belongs, type Account } from './account.ts';
import { accessTokenSeconds, type AccessTokens } from './access-tokens.ts';
import type { Issued } from './sessions.ts';
import type { WorkshopDocuments } from './workshop-documents.ts';

/** A session ready to be sent; how the refresh token travels is the route's matter. */
export interface SignedIn {
  readonly session: Session;
  readonly refreshToken: string;
}

export function userOf(account: Account): Session['user'] {
  const { userId, name, email, phone, emailVerified } = account;
  const role: AccountRole = account.role;
  return { id: userId, name, email, phone, role, emailVerified };
}

export async function workshopOf(
  documents: WorkshopDocuments,
  workshopId: string,
): Promise<Session['workshop']> {
  return { id: workshopId, name: await documents.name() };
}

export function signedIn(
  tokens: AccessTokens,
  account: Account,
  workshop: Session['workshop'],
  issued: Issued,
  device: SessionDevice | undefined,
): SignedIn {
  const { session, refreshToken } = issued;
  const accessToken = tokens.sign({
    sub: account.userId,
    wid: session.workshopId,
    role: account.role,
    sid: session.id,
    ...(session.deviceId === undefined ? {} : { did: session.deviceId }),
    ...(belongs(account, session.workshopId) ? {} : { removed: true as const }),
  });
  return {
    session: {
      accessToken,
      expiresIn: accessTokenSeconds,
      user: userOf(account),
      workshop,
      ...(device ? { device } : {}),
    },
    refreshToken,
  };
}
