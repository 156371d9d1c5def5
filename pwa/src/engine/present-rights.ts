import { canRead, keysOf, type AnyDocument, type Role } from '@revops/domain';
import type { EngineEnv, Replica } from './env.ts';

/** No backup that somebody puts back is older; what is, nobody offers once more after a change of rights. */
const recentMs = 30 * 24 * 3_600_000;

/** What the rights of this moment say of documents that were held under earlier ones. */
export interface PresentRights {
  /** The server would have it for this person. */
  readonly mayRead: (document: AnyDocument) => boolean;
  /** Young enough to be lost by a restore. */
  readonly isRecent: (document: AnyDocument) => boolean;
}

/** From what the replica was first told of the person; without it nothing is held for unreadable. */
export async function presentRights(env: EngineEnv, replica: Replica): Promise<PresentRights> {
  const { rows } = await replica.allDocs({ keys: [`member:${env.userId}`], include_docs: true });
  const [row] = rows;
  const member = row === undefined || 'error' in row ? undefined : (row.doc ?? undefined);
  const role = member?.['role'] as Role | undefined;
  const keys = role === undefined ? 'all' : keysOf({ userId: env.userId, role });
  const since = env.now() - recentMs;
  return {
    mayRead: (document) => canRead(keys, document),
    isRecent: ({ createdAt }) => Date.parse(createdAt) > since,
  };
}
