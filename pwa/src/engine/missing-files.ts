import { missingFilesSchema } from '@revops/domain';
import { offerFilesAgain, ownSentFiles, readMeta, writeMeta } from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';
import { parsed, type Gateway } from './gateway.ts';

/** A small request a day; what is lost meanwhile is on this phone. */
const everyMs = 24 * 3_600_000;
const perRequest = 200;

declare module '#src/data/database/schema.ts' {
  interface MetaValues {
    /** When the server was asked last which files it lacks. */
    filesAskedAt: number;
  }
}

/**
 * Asks the server once a day whether it still has what this person's phone has sent, and sends again what it lacks. A
 * server put back to a snapshot that differs in bytes alone looks to the feed as if it had only been restarted.
 */
export async function askForMissingFiles(
  env: EngineEnv,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<void> {
  const { db, fence, userId } = env;
  const since = env.now() - ((await readMeta(db, 'filesAskedAt')) ?? 0);
  // A clock that was set back counts from now.
  if (since >= 0 && since < everyMs) return;
  const sent = await ownSentFiles(db, userId);
  const missing: string[] = [];
  for (let start = 0; start < sent.length; start += perRequest) {
    const body = JSON.stringify({ sha256: sent.slice(start, start + perRequest) });
    const answer = await gateway.ask({ kind: 'file', path: 'missing', body, signal });
    // An older server knows nothing of it.
    if (answer.status === 404) break;
    missing.push(...missingFilesSchema.parse(parsed(answer)).missing);
  }
  if (missing.length > 0) await offerFilesAgain(db, userId, { fence, only: missing });
  await writeMeta(db, 'filesAskedAt', env.now(), { fence });
}
