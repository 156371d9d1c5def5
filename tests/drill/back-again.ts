import { callServer } from '@revops/sync-server/testing';
import type { Session } from '@revops/domain';
import type { Workshop } from './workshop.ts';

export interface BackAgain {
  readonly lost: number;
  /** From the oldest acknowledged document that is lost to the moment everything stopped. */
  readonly recoveryPointMs: number;
  readonly oldestLostAt: number | undefined;
  readonly signedIn: 'by its own token' | 'with the password';
  readonly isNoticed: boolean;
}

/** What a phone meets after the restore: whether it is still signed in, whether it notices, and what it has to send again. */
export async function lookAround(
  workshop: Workshop,
  url: string,
  place: string,
  stoppedAt: number,
): Promise<BackAgain> {
  const { token, how } = await signIn(workshop, url);
  const lost = await workshop.missingAt(url, token);
  const times = lost.map(({ at }) => at).toSorted((a, b) => a - b);
  const path = `/sync/${workshop.session.workshop.id}/_changes?style=all_docs&limit=1&since=${place}`;
  const feed = await callServer<{ readonly restarted?: true }>(url, path, { token });
  return {
    lost: lost.length,
    recoveryPointMs: times[0] === undefined ? 0 : stoppedAt - times[0],
    oldestLostAt: times[0],
    signedIn: how,
    isNoticed: feed.body.restarted === true,
  };
}

async function signIn(workshop: Workshop, url: string) {
  const headers = { 'x-device-id': workshop.session.device?.id ?? '' };
  const { refreshToken } = workshop.session;
  const again = await callServer<Session>(url, '/api/auth/refresh', { body: { refreshToken }, headers });
  if (again.status === 200) return { token: again.body.accessToken, how: 'by its own token' } as const;
  const body = { email: workshop.session.user.email, password: 'correct horse' };
  const answer = await callServer<Session>(url, '/api/auth/login', { body, headers });
  if (answer.status !== 200) throw new Error(`nobody can sign in after the restore: ${answer.status}`);
  return { token: answer.body.accessToken, how: 'with the password' } as const;
}
