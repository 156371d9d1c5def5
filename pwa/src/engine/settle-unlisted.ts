import { sendAgain, type LostOnServer } from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
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
 * What the replica holds and the list does not name: the right is lost, the document came after the list, or the server
 * has lost it.
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
    const absent = ids.filter((id) => !known.has(id));
    const own = await sendOwnAgain(env, replica, absent);
    await removeLeaves(
      replica,
      absent.filter((id) => !own.has(id)),
    );
  }
}

/**
 * A right that is lost answers with word that it is. Of what this person wrote there is none only where the server was
 * put back from before it: a phone that fills for the first time has no place in the feed that would tell.
 */
async function sendOwnAgain(
  env: EngineEnv,
  replica: Replica,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const lost: LostOnServer[] = [];
  for (const id of ids) {
    const document = await replica.get(id, { revs: true });
    const body = bareBody(document);
    if (body.createdBy !== env.userId) continue;
    const { start = 1, ids: chain = [] } = document._revisions ?? {};
    lost.push({ id, rev: document._rev, revisions: { start, ids: chain }, body, server: undefined });
  }
  await sendAgain(env.db, lost, { now: env.now, random: env.random, fence: env.fence });
  return new Set(lost.map(({ id }) => id));
}
