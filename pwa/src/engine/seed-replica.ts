import { sentCopies } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import { generationOf, hashOf } from './remove-leaves.ts';
import { writeRevisions } from './write-revisions.ts';

/**
 * Puts what the rows hold of the server's into a replica that the browser threw away, or that was not copied with the
 * rest of the storage. So it is compared with what the server has as if it had never gone: a server that was put back at
 * the same time would else take from this phone what only its rows still know. And nothing has to travel again.
 */
export async function seedReplica(env: EngineEnv, replica: Replica): Promise<void> {
  for await (const copies of sentCopies(env.db))
    await writeRevisions(
      env,
      replica,
      copies.map(({ id, rev, doc }) => {
        const _revisions = { start: generationOf(rev), ids: [hashOf(rev)] };
        return { ...doc, _id: id, _rev: rev, _revisions };
      }),
    );
  await env.step?.('replica:seeded');
}
