import { sessionSchema, type SessionDevice } from '@revops/domain';
import { raiseCounters, readCounters, replaceCounters } from '@revops/pwa/data/account/counters.ts';
import type { DeviceDatabase } from '@revops/pwa/data';
import { createSession, SignedOutError, type EngineSession } from '@revops/pwa/engine';
import { BASE, PASSWORD, type SignedIn } from './accounts.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

interface Parts {
  readonly signedIn: SignedIn;
  /** By the phone's own network, faults and all. */
  readonly fetch: Fetch;
  /** The phone's own clock, right or wrong. */
  readonly now: () => number;
}

/** The session of one phone: the app's own, with the refresh token where a browser keeps its cookie. */
export class PhoneSession implements EngineSession {
  device: Pick<SessionDevice, 'id' | 'code'>;
  readonly #parts: Parts;
  #refreshToken: string | undefined;
  #session: EngineSession;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { device, refreshToken } = parts.signedIn.session;
    if (device === undefined) throw new Error(`${parts.signedIn.label} got no device`);
    this.device = device;
    this.#refreshToken = refreshToken;
    this.#session = this.#create();
  }

  get isSignedIn(): boolean {
    return this.#refreshToken !== undefined;
  }

  /** The token in memory is gone, as after a start of the app, or it is believed in for too long. */
  forget(): void {
    this.#session = this.#create();
  }

  /** Only a person can get a new token. */
  end(): void {
    this.#refreshToken = undefined;
    this.forget();
  }

  readonly accessToken = (): Promise<string> => this.#session.accessToken();

  refresh(): Promise<string> {
    return this.#session.refresh();
  }

  /** As the sign-in screen does: it says how far this phone has counted, and takes what device the server gives. */
  async signIn(db: DeviceDatabase): Promise<void> {
    const { issued } = await readCounters(db);
    const answer = await this.#parts.fetch(`${BASE}/api/auth/login`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-token-transport': 'body',
        'x-device-id': this.device.id,
        'x-device-issued': String(issued),
      },
      body: JSON.stringify({ email: this.#parts.signedIn.email, password: PASSWORD }),
    });
    if (!answer.ok) throw new SignedOutError(`signing in answered ${answer.status}`);
    const session = sessionSchema.parse(await answer.json());
    if (session.device === undefined) throw new Error('no device was given');
    const last = { issued: session.device.last.n, jobCounter: session.device.last.job };
    if (session.device.id === this.device.id) await raiseCounters(db, last);
    else await replaceCounters(db, last);
    this.device = session.device;
    this.#refreshToken = session.refreshToken;
    this.forget();
  }

  #create(): EngineSession {
    const { signedIn, now } = this.#parts;
    return createSession({
      fetch: (url, init) => this.#withCookie(url, init),
      baseUrl: BASE,
      workshopId: signedIn.session.workshop.id,
      userId: signedIn.session.user.id,
      now,
    });
  }

  async #withCookie(url: string, init: RequestInit): Promise<Response> {
    if (this.#refreshToken === undefined) return new Response('{}', { status: 401 });
    const headers = { ...(init.headers as Record<string, string>), 'x-token-transport': 'body' };
    const body = JSON.stringify({ refreshToken: this.#refreshToken });
    const answer = await this.#parts.fetch(url, { ...init, headers, body });
    if (!answer.ok) return answer;
    const session = sessionSchema.safeParse(
      await answer
        .clone()
        .json()
        .catch(() => undefined),
    );
    if (session.success) this.#refreshToken = session.data.refreshToken ?? this.#refreshToken;
    return answer;
  }
}
