import { sessionSchema } from '@revops/domain';
import type { z } from 'zod';
import type { EngineSession } from './env.ts';
import {
  DeviceClosedError,
  HttpError,
  MemberRemovedError,
  NoAnswerError,
  SignedOutError,
} from './failures.ts';
import { refusalCode } from './refusal-code.ts';
import { readRetryAfter } from './retry-after.ts';

/** A token is renewed this long before it ends: a request must not outlive it on its way. */
const marginMs = 60_000;
const longestMs = 20_000;

export interface SessionOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly baseUrl: string;
  readonly workshopId: string;
  readonly userId: string;
  readonly now: () => number;
  readonly limitMs?: number;
}

/** Gets access tokens by the refresh cookie, which scripts cannot read; they are never stored. */
export function createSession(options: SessionOptions): EngineSession {
  let held: { readonly token: string; readonly goodUntil: number } | undefined;
  let running: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const answer = await ask(options);
    const code = answer.status === 403 ? refusalCode(answer.text) : undefined;
    if (code === 'member_removed') throw new MemberRemovedError('removed from the workshop');
    if (code === 'device_closed') throw new DeviceClosedError('signed out for good by an owner');
    if (answer.status === 401 || answer.status === 403) throw new SignedOutError('the session has ended');
    if (answer.status >= 400) throw new HttpError(answer.status, 'refresh', answer.retryAfterMs);
    const session = readSession(answer.text);
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

interface RefreshAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfterMs: number | undefined;
}

function readSession(text: string): z.infer<typeof sessionSchema> {
  try {
    return sessionSchema.parse(JSON.parse(text));
  } catch (error) {
    // The page of a captive portal is no word of the server.
    throw new NoAnswerError('refresh: no answer of ours', { cause: error });
  }
}

/** The body counts too: it can hang as well as the headers. */
async function ask({ fetch, baseUrl, now, limitMs = longestMs }: SessionOptions): Promise<RefreshAnswer> {
  const limit = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      limit.abort();
      reject(new NoAnswerError(`refresh: nothing within ${limitMs} ms`));
    }, limitMs);
  });
  const receive = async (): Promise<RefreshAnswer> => {
    const response = await fetch(`${baseUrl}/api/auth/refresh`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: limit.signal,
    });
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), now());
    return { status: response.status, text: await response.text(), retryAfterMs };
  };
  try {
    return await Promise.race([receive(), late]);
  } catch (error) {
    throw error instanceof NoAnswerError ? error : new NoAnswerError('refresh', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
