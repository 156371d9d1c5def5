import type { EngineEnv, Replica } from './env.ts';
import { fetchBodies } from './fetch-bodies.ts';
import type { Gateway } from './gateway.ts';
import { removeLeaves } from './remove-leaves.ts';
import { writeRevisions } from './write-revisions.ts';

const askedAtOnce = 200;

interface Settling {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly replica: Replica;
  readonly signal: AbortSignal;
}

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += askedAtOnce)
    yield items.slice(start, start + askedAtOnce);
}

/**
 * What the replica holds and the list does not name: the right is lost, or the document came after the list.
 * @param held by id, what the replica held.
 * @param listed by id, what the server has.
 */
export async function settleUnlisted(
  { env, gateway, replica, signal }: Settling,
  held: ReadonlyMap<string, string>,
  listed: ReadonlyMap<string, string>,
): Promise<void> {
  const unlisted = [...held.keys()].filter((id) => !listed.has(id) && !id.startsWith('_design/'));
  for (const ids of chunksOf(unlisted)) {
    const asked = ids.map((id) => ({ id }));
    const bodies = await fetchBodies(env, gateway, asked, signal);
    await writeRevisions(replica, bodies);
    const known = new Set(bodies.map(({ _id }) => _id));
    await removeLeaves(
      replica,
      ids.filter((id) => !known.has(id)),
    );
  }
}
