import { sessionSchema } from '@revops/domain';
import type { EngineSession } from './env.ts';
import { HttpError, MemberRemovedError, NoAnswerError, SignedOutError } from './failures.ts';
import { refusalCode } from './refusal-code.ts';

/** A token is renewed this long before it ends: a request must not outlive it on its way. */
const marginMs = 60_000;
const limitMs = 20_000;

export interface SessionOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly baseUrl: string;
  readonly workshopId: string;
  readonly userId: string;
  readonly now: () => number;
}

/** Gets access tokens by the refresh cookie, which scripts cannot read; they are never stored. */
export function createSession(options: SessionOptions): EngineSession {
  let held: { readonly token: string; readonly goodUntil: number } | undefined;
  let running: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const answer = await ask(options);
    if (await isMemberRemoved(answer)) throw new MemberRemovedError('removed from the workshop');
    if (answer.status === 401 || answer.status === 403) throw new SignedOutError('the session has ended');
    if (!answer.ok) throw new HttpError(answer.status, 'refresh');
    const session = sessionSchema.parse(await answer.json());
    // The cookie is of whoever signed in last in this browser; another person's token must never send these documents.
    if (session.user.id !== options.userId || session.workshop.id !== options.workshopId)
      throw new SignedOutError('another person is signed in');
    held = { token: session.accessToken, goodUntil: options.now() + session.expiresIn * 1000 - marginMs };
    return session.accessToken;
  }

  async function refresh(): Promise<string> {
    running ??= renew().finally(() => (running = undefined));
    return running;
  }

  return {
    refresh,
    accessToken: async () => (held !== undefined && options.now() < held.goodUntil ? held.token : refresh()),
  };
}

async function isMemberRemoved(answer: Response): Promise<boolean> {
  if (answer.status !== 403) return false;
  return refusalCode(await answer.clone().text()) === 'member_removed';
}

async function ask({ fetch, baseUrl }: SessionOptions): Promise<Response> {
  try {
    return await fetch(`${baseUrl}/api/auth/refresh`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(limitMs),
    });
  } catch (error) {
    throw new NoAnswerError('refresh', { cause: error });
  }
}
