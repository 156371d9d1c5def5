import { appContractHeader, CONTRACT_VERSION } from '@revops/domain';
import { assertFence, readMeta } from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';
import {
  AppOutdatedError,
  DeviceClosedError,
  HttpError,
  MemberRemovedError,
  NoAnswerError,
  SignedOutError,
  StoppedError,
} from './failures.ts';
import { refusalCode } from './refusal-code.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Status } from './status.ts';
import type { RequestKind } from './steps.ts';

/** PouchDB has no time limits, and a half-dead socket says nothing for ever. */
const limitsMs: Readonly<Record<Exclude<RequestKind, 'longpoll'>, number>> = {
  root: 15_000,
  changes: 30_000,
  ids: 30_000,
  all_docs: 30_000,
  bulk_get: 60_000,
  bulk_docs: 60_000,
  quarantine: 60_000,
  recovery: 60_000,
  erasures: 60_000,
  // A part of a photo, at 17 kbit/s.
  file: 120_000,
};
/** What an answer may need on its way after the server has stopped waiting. */
const longpollGraceMs = 20_000;

export interface GatewayRequest {
  readonly kind: RequestKind;
  /** After `/sync/`, of a file after `/api/files/`; the quarantine stands beside it. */
  readonly path: string;
  /** Text is JSON and is posted; bytes are a part of a file and are put. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** A second one: PouchDB cancels polls of its own. */
  readonly cancel?: AbortSignal | undefined;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfterMs: number | undefined;
}

/** Sends every request to `/sync`: with a token, a time limit and what this device has issued. */
export class Gateway {
  readonly #env: EngineEnv;
  readonly #status: Status;

  constructor(env: EngineEnv, status: Status) {
    this.#env = env;
    this.#status = status;
  }

  /** Any answer but 401; throws when there is none, when only signing in or a newer app helps, or the person was removed. */
  async ask(request: GatewayRequest): Promise<GatewayAnswer> {
    const answer = await this.#authorised(request);
    const code = answer.status === 403 ? refusalCode(answer.text) : undefined;
    if (code === 'member_removed') throw new MemberRemovedError('removed from the workshop');
    if (code === 'device_closed') throw new DeviceClosedError('signed out for good by an owner');
    if (answer.status === 426 && refusalCode(answer.text) === 'app_outdated')
      throw new AppOutdatedError('the server needs a newer app');
    if (this.#status.state.outdated === 'app') this.#status.set({ outdated: undefined });
    return answer;
  }

  async #authorised(request: GatewayRequest): Promise<GatewayAnswer> {
    const { session } = this.#env;
    const answer = await this.#once(request, await session.accessToken());
    if (answer.status !== 401) return answer;
    const second = await this.#once(request, await session.refresh());
    if (second.status === 401) throw new SignedOutError('the server refuses a fresh token');
    return second;
  }

  /** The parsed answer of a request that succeeded. */
  async json(request: GatewayRequest): Promise<unknown> {
    return parsed(await this.ask(request));
  }

  async #once(request: GatewayRequest, token: string): Promise<GatewayAnswer> {
    const env = this.#env;
    const issued = (await readMeta(env.db, 'issued')) ?? 0;
    await env.step?.(`request:${request.kind}`);
    const headers: Record<string, string> = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'x-device-issued': String(issued),
      [appContractHeader]: String(CONTRACT_VERSION),
    };
    const { body } = request;
    if (body !== undefined)
      headers['content-type'] = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    const answer = await this.#inTime(request, (signal) =>
      env.fetch(env.baseUrl + pathOf(request), {
        method: body === undefined ? 'GET' : typeof body === 'string' ? 'POST' : 'PUT',
        headers: { ...headers, ...request.headers },
        signal,
        ...(body === undefined ? {} : { body }),
      }),
    );
    await env.step?.(`response:${request.kind}`);
    // A frozen tab thaws here: what came meanwhile must not reach the replica, which knows no fence.
    await assertFence(env.db, { fence: env.fence });
    return answer;
  }

  /** The body counts too: it can hang as well as the headers. */
  async #inTime(
    { kind, signal, cancel }: GatewayRequest,
    send: (signal: AbortSignal) => Promise<Response>,
  ): Promise<GatewayAnswer> {
    const env = this.#env;
    const limit = new AbortController();
    const ms = kind === 'longpoll' ? env.pollMs + longpollGraceMs : limitsMs[kind];
    const timer = env.setTimeout(
      () => limit.abort(new NoAnswerError(`${kind}: nothing within ${ms} ms`)),
      ms,
    );
    const stop = (): void => limit.abort(new StoppedError('stopped'));
    signal.addEventListener('abort', stop);
    cancel?.addEventListener('abort', stop);
    if (signal.aborted || cancel?.aborted === true) stop();
    try {
      return await Promise.race([this.#receive(send(limit.signal)), aborted(limit.signal)]);
    } catch (error) {
      if (error instanceof StoppedError) throw error;
      this.#status.set({ online: false });
      throw error instanceof NoAnswerError ? error : new NoAnswerError(kind, { cause: error });
    } finally {
      env.clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      cancel?.removeEventListener('abort', stop);
    }
  }

  async #receive(pending: Promise<Response>): Promise<GatewayAnswer> {
    const response = await pending;
    const text = await response.text();
    // A captive portal answers too, with a page of its own.
    if (response.headers.get('content-type')?.includes('json') === true)
      this.#status.heard(response.headers.get('date'));
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), this.#env.now());
    return { status: response.status, text, retryAfterMs };
  }
}

function pathOf({ kind, path }: GatewayRequest): string {
  if (kind === 'file') return `/api/files/${path}`;
  const isApi = kind === 'quarantine' || kind === 'recovery' || kind === 'erasures';
  return isApi ? `/api/${kind}${path}` : `/sync/${path}`;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const tell = (): void => reject(signal.reason as Error);
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}

export function parsed(answer: GatewayAnswer): unknown {
  if (answer.status >= 400)
    throw new HttpError(answer.status, answer.text.slice(0, 200), answer.retryAfterMs);
  try {
    return JSON.parse(answer.text) as unknown;
  } catch (error) {
    // Half a body, or the page of a captive portal.
    throw new NoAnswerError('not JSON', { cause: error });
  }
}
