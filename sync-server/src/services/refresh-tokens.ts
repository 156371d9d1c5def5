import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '#src/errors/app-error.ts';
import type { SecretKey } from '#src/config/secrets.ts';

/** Which token of which session; `generation` counts up with each rotation. */
export interface RefreshClaim {
  readonly userId: string;
  readonly sessionId: string;
  readonly generation: number;
}

const shape = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([0-9]{1,9})\.([A-Za-z0-9_-]{43})$/;

/**
 * A token is a MAC over its claim and the session's random seed, so the successor of a token is always the same text:
 * a repeated refresh can answer it again although no token is stored anywhere.
 */
export class RefreshTokens {
  readonly #keys: readonly SecretKey[];

  constructor(keys: readonly SecretKey[]) {
    this.#keys = keys;
  }

  issue(claim: RefreshClaim, seed: string): string {
    return `${textOf(claim)}.${mac((this.#keys[0] as SecretKey).refresh, claim, seed)}`;
  }

  parse(token: string): RefreshClaim {
    const [, userId, sessionId, generation] = shape.exec(token) ?? [];
    if (!userId || !sessionId || !generation) throw new AppError('token_invalid');
    return { userId, sessionId, generation: Number(generation) };
  }

  isGenuine(token: string, claim: RefreshClaim, seed: string): boolean {
    const given = token.slice(token.lastIndexOf('.') + 1);
    return this.#keys.some((key) => equal(mac(key.refresh, claim, seed), given));
  }
}

const textOf = (claim: RefreshClaim): string => `${claim.userId}.${claim.sessionId}.${claim.generation}`;

function mac(key: string, claim: RefreshClaim, seed: string): string {
  return createHmac('sha256', key)
    .update(`${textOf(claim)}.${seed}`)
    .digest('base64url');
}

function equal(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  return a.length === b.length && timingSafeEqual(encoder.encode(a), encoder.encode(b));
}
