import { randomBytes } from 'node:crypto';
import { AppError } from '#src/errors/app-error.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import type { SystemStore } from './system-store.ts';

export const refreshDays = 30;
const dayMs = 24 * 3_600_000;
const refreshMs = refreshDays * dayMs;
/** How long a removed person's phone can hand over what it had not sent. */
export const handOverDays = 90;
const handOverMs = handOverDays * dayMs;

/** `session:<userId>:<id>`: one sign-in on one device, and the family of its refresh tokens. */
export interface SessionRecord {
  readonly id: string;
  readonly userId: string;
  readonly workshopId: string;
  readonly deviceId?: string;
  readonly deviceCode?: string;
  readonly label: string;
  readonly seed: string;
  /** The newest generation that was handed out. */
  readonly generation: number;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  /** When its person was removed from the workshop; it then ends 90 days later, used or not. */
  readonly removedAt?: string;
  readonly endedAt?: string;
  readonly endedBecause?: 'logout' | 'revoked' | 'reused' | 'password' | 'device';
}

export interface NewSession {
  /** A fresh one where none is given. */
  readonly id?: string;
  readonly userId: string;
  readonly workshopId: string;
  readonly deviceId: string | undefined;
  readonly deviceCode: string | undefined;
  readonly label: string;
}

export interface Issued {
  readonly session: SessionRecord;
  readonly refreshToken: string;
}

interface Parts {
  readonly system: SystemStore;
  readonly tokens: RefreshTokens;
  readonly now: () => number;
  readonly newId: () => string;
}

const keyOf = (userId: string, id: string): string => `session:${userId}:${id}`;

export class Sessions {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async start(input: NewSession): Promise<Issued> {
    const { system, now, newId } = this.#parts;
    const at = new Date(now()).toISOString();
    const { deviceId, deviceCode, ...rest } = input;
    const session: SessionRecord = {
      id: newId(),
      ...rest,
      ...(deviceId === undefined ? {} : { deviceId }),
      ...(deviceCode === undefined ? {} : { deviceCode }),
      seed: randomBytes(16).toString('base64url'),
      generation: 1,
      createdAt: at,
      lastUsedAt: at,
      expiresAt: this.#expiry(),
    };
    await system.create(keyOf(session.userId, session.id), session);
    return this.#issue(session);
  }

  get(userId: string, id: string): Promise<SessionRecord | undefined> {
    return this.#parts.system.get<SessionRecord>(keyOf(userId, id));
  }

  /** The first token of a session again, while nobody has used it. */
  async reissueUnused(userId: string, id: string): Promise<Issued | undefined> {
    const session = await this.get(userId, id);
    return session && session.endedAt === undefined && session.generation === 1
      ? this.#issue(session)
      : undefined;
  }

  /**
   * The newest token moves the family on. The one before it answers the same successor again, for the phone that never
   * got the answer; anything older means that two parties hold tokens of this family, and ends it.
   */
  async rotate(token: string): Promise<Issued> {
    const { tokens, system } = this.#parts;
    const claim = tokens.parse(token);
    const known = await this.get(claim.userId, claim.sessionId);
    if (!known || !tokens.isGenuine(token, claim, known.seed)) throw new AppError('token_invalid');
    const session = await system.update<SessionRecord>(keyOf(claim.userId, claim.sessionId), (current) =>
      this.#step(current, claim.generation),
    );
    if (!session || session.endedBecause === 'reused') throw new AppError('refresh_reused');
    if (session.endedBecause === 'device') throw new AppError('device_closed');
    if (session.endedAt !== undefined) throw new AppError('session_ended');
    if (Date.parse(session.expiresAt) <= this.#parts.now()) throw new AppError('session_ended');
    return this.#issue(session);
  }

  async end(
    userId: string,
    id: string,
    because: NonNullable<SessionRecord['endedBecause']>,
  ): Promise<boolean> {
    const endedAt = new Date(this.#parts.now()).toISOString();
    const session = await this.#parts.system.update<SessionRecord>(keyOf(userId, id), (current) =>
      current.endedAt === undefined ? { ...current, endedAt, endedBecause: because } : undefined,
    );
    return session !== undefined;
  }

  async endAll(userId: string, because: 'password' | 'revoked', exceptId?: string): Promise<void> {
    for (const session of await this.list(userId)) {
      if (session.id !== exceptId) await this.end(userId, session.id, because);
    }
  }

  /** Every session of a workshop on a device that its owner has signed out for good. */
  async endOnDevice(
    userId: string,
    { workshopId, deviceId }: { readonly workshopId: string; readonly deviceId: string },
  ): Promise<void> {
    for (const session of await this.list(userId))
      if (session.deviceId === deviceId && session.workshopId === workshopId)
        await this.end(userId, session.id, 'device');
  }

  /** The sessions of a person who was removed from a workshop. Repeating it changes nothing. */
  async markRemoved(userId: string, workshopId: string, removedAt: string): Promise<void> {
    for (const session of await this.list(userId))
      if (session.workshopId === workshopId) await this.setRemoved(session, removedAt);
  }

  /** Undefined for a person who belongs to the workshop again. */
  async setRemoved({ userId, id }: SessionRecord, removedAt: string | undefined): Promise<void> {
    await this.#parts.system.update<SessionRecord>(keyOf(userId, id), (current) => {
      if (current.removedAt === removedAt || current.endedAt !== undefined) return undefined;
      const { removedAt: _before, ...rest } = current;
      if (removedAt === undefined) return { ...rest, expiresAt: this.#expiry() };
      const expiresAt = new Date(Date.parse(removedAt) + handOverMs).toISOString();
      return { ...rest, removedAt, expiresAt };
    });
  }

  async list(userId: string): Promise<readonly SessionRecord[]> {
    const all = (await this.#parts.system.list(`session:${userId}:`)) as readonly SessionRecord[];
    return all.filter((session) => this.isLive(session));
  }

  isLive(session: SessionRecord): boolean {
    return session.endedAt === undefined && Date.parse(session.expiresAt) > this.#parts.now();
  }

  /** Verified, without rotating; for signing out. */
  async claimOf(token: string): Promise<{ readonly userId: string; readonly sessionId: string } | undefined> {
    const claim = this.#parts.tokens.parse(token);
    const session = await this.get(claim.userId, claim.sessionId);
    return session && this.#parts.tokens.isGenuine(token, claim, session.seed) ? claim : undefined;
  }

  #step(current: SessionRecord, generation: number): SessionRecord | undefined {
    const now = this.#parts.now();
    if (current.endedAt !== undefined || Date.parse(current.expiresAt) <= now) return undefined;
    if (generation === current.generation - 1) return undefined;
    const at = new Date(now).toISOString();
    if (generation < current.generation) return { ...current, endedAt: at, endedBecause: 'reused' };
    // A genuine token from ahead comes from before a restored backup; the family goes on after it.
    const expiresAt = current.removedAt === undefined ? this.#expiry() : current.expiresAt;
    return { ...current, generation: generation + 1, lastUsedAt: at, expiresAt };
  }

  #issue(session: SessionRecord): Issued {
    const claim = { userId: session.userId, sessionId: session.id, generation: session.generation };
    return { session, refreshToken: this.#parts.tokens.issue(claim, session.seed) };
  }

  #expiry(): string {
    return new Date(this.#parts.now() + refreshMs).toISOString();
  }
}
