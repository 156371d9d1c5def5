import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** One secret, spread into keys that cannot stand in for each other. */
export interface SecretKey {
  readonly kid: string;
  readonly jwt: string;
  readonly refresh: string;
}

interface Generated {
  readonly secret: string;
  readonly createdAt: string;
}

const rotateAfterMs = 30 * 24 * 3_600_000;
/** A refresh token lives 30 days and is re-signed at each use: after two rotations no valid one is left. */
const kept = 3;

/** The first signs; the others still verify, so that a rotation signs nobody out. */
export async function loadSecrets(config: Config, nowMs: number): Promise<readonly SecretKey[]> {
  const secrets = config.jwtSecrets.length > 0 ? config.jwtSecrets : await generated(config.dataDir, nowMs);
  return secrets.map(toKey);
}

function toKey(secret: string): SecretKey {
  const derive = (purpose: string): string =>
    Buffer.from(hkdfSync('sha256', secret, 'revops', purpose, 32)).toString('base64url');
  const kid = createHash('sha256').update(derive('kid')).digest('base64url').slice(0, 8);
  return { kid, jwt: derive('access token'), refresh: derive('refresh token') };
}

async function generated(dataDir: string, nowMs: number): Promise<readonly string[]> {
  const path = join(dataDir, 'secrets.json');
  const known = await readGenerated(path);
  const newest = known[0];
  if (newest && nowMs - Date.parse(newest.createdAt) < rotateAfterMs)
    return known.map((entry) => entry.secret);
  const fresh = { secret: randomBytes(48).toString('base64url'), createdAt: new Date(nowMs).toISOString() };
  const all = [fresh, ...known].slice(0, kept);
  await mkdir(dataDir, { recursive: true });
  // Written beside and renamed: a crash never leaves half a file, which would sign everybody out.
  await writeFile(`${path}.new`, JSON.stringify(all, null, 2), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return all.map((entry) => entry.secret);
}

async function readGenerated(path: string): Promise<readonly Generated[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Generated[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${path} cannot be read; mend it or remove it (everybody then signs in again).`, {
      cause: error,
    });
  }
}
