import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { accountRoleSchema } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { SecretKey } from '#src/config/secrets.ts';

export const accessTokenSeconds = 15 * 60;

const claimsSchema = z.object({
  sub: z.string(),
  wid: z.string(),
  role: accountRoleSchema,
  sid: z.string(),
  did: z.string().optional(),
  /** A hint for the app: the person no longer belongs to `wid`, and only the hand-over of unsent work is left. */
  removed: z.literal(true).optional(),
  exp: z.int(),
});

export type AccessClaims = z.infer<typeof claimsSchema>;

/** Made once: from a text, each verification would first try to read it as a public key. */
interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** Signs and reads access tokens. One algorithm, named here and never taken from the token. */
export class AccessTokens {
  readonly #keys: readonly SigningKey[];
  readonly #now: () => number;

  constructor(keys: readonly SecretKey[], now: () => number) {
    if (keys.length === 0) throw new Error('no signing key');
    this.#keys = keys.map((entry) => ({ kid: entry.kid, key: createSecretKey(entry.jwt, 'utf8') }));
    this.#now = now;
  }

  sign(claims: Omit<AccessClaims, 'exp'>): string {
    const { kid, key } = this.#keys[0] as SigningKey;
    const iat = Math.floor(this.#now() / 1000);
    const payload = { ...claims, iat, exp: iat + accessTokenSeconds };
    return jwt.sign(payload, key, { algorithm: 'HS256', keyid: kid });
  }

  verify(token: string): AccessClaims {
    try {
      // In here too: decoding throws where the payload is no JSON.
      const kid = jwt.decode(token, { complete: true })?.header.kid;
      const key = this.#keys.find((candidate) => candidate.kid === kid)?.key;
      if (!key) throw new AppError('token_invalid');
      const clockTimestamp = Math.floor(this.#now() / 1000);
      return claimsSchema.parse(jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp }));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError(
        error instanceof jwt.TokenExpiredError ? 'token_expired' : 'token_invalid',
        undefined,
        {
          cause: error,
        },
      );
    }
  }
}
