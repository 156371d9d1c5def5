import { bareBody } from './bare-body.ts';
import { chunksOf } from './chunks-of.ts';
import type { EngineEnv, Replica } from './env.ts';
import { fetchBodies } from './fetch-bodies.ts';
import type { Gateway } from './gateway.ts';
import { isGateways } from './is-gateways.ts';
import { endBranches, generationOf, removeLeaves } from './remove-leaves.ts';
import { writeRevisions } from './write-revisions.ts';

const askedAtOnce = 200;

interface Settling {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly replica: Replica;
  readonly signal: AbortSignal;
  /** What the sender has put into the replica since. */
  readonly accepted: ReadonlySet<string>;
}

/** By id, winning revisions. */
type Revisions = ReadonlyMap<string, string>;

/**
 * What the replica held and the list names not at all, or in another state. A phone that fills, for the first time or
 * after a long absence, has no place in the feed that would tell of a restore: only what it holds does.
 * @param held by id, what the replica held when the list was read.
 * @param listed by id, what the server has.
 * @returns whether the server lacks any of it: then all has to be compared, and nothing was taken away here.
 */
export async function settleUnlisted(
  settling: Settling,
  held: Revisions,
  listed: Revisions,
): Promise<boolean> {
  const names = [...held.keys()].filter((id) => !id.startsWith('_design/'));
  const differing = names.filter((id) => listed.has(id) && listed.get(id) !== held.get(id));
  const sent = [...settling.accepted].filter((id) => listed.has(id));
  for (const ids of chunksOf([...new Set([...differing, ...sent])], askedAtOnce))
    if (!(await hasStates(settling, ids, listed))) return true;
  for (const ids of chunksOf(
    names.filter((id) => !listed.has(id)),
    askedAtOnce,
  ))
    if (!(await settleAbsent(settling, ids))) return true;
  return false;
}

/**
 * What the server's state grew out of is no leaf any more; of what still is one, the server is asked. What it has joined
 * since ends here too: the list names the join and not the branches, and no feed will tell of them again.
 */
async function hasStates(settling: Settling, ids: string[], listed: Revisions): Promise<boolean> {
  const { env, gateway, replica, signal } = settling;
  const { rows } = await replica.allDocs({ keys: ids, include_docs: true, conflicts: true });
  const open = rows.flatMap((row) => {
    if ('error' in row || row.doc === undefined || row.doc === null) return [];
    const { _id: id, _rev, _conflicts = [] } = row.doc;
    const present = listed.get(id) ?? '';
    const isOfGateway = isGateways(bareBody(row.doc));
    // The gateway writes its own so often that the server forgets how it came there; back it goes only by a restore.
    const isOld = (rev: string): boolean => isOfGateway && generationOf(rev) < generationOf(present);
    return [_rev, ..._conflicts].filter((rev) => rev !== present && !isOld(rev)).map((rev) => ({ id, rev }));
  });
  if (open.length === 0) return true;
  const answers = await fetchBodies(env, gateway, open, signal);
  const known = new Set(answers.map(({ _id }) => _id));
  if (!open.every(({ id }) => known.has(id))) return false;
  const living = new Set(answers.map(({ _id, _rev }) => `${_id} ${_rev}`));
  const joined = open.filter(({ id, rev }) => !living.has(`${id} ${rev}`));
  const ended = new Set(joined.map(({ id }) => id));
  await writeRevisions(
    env,
    replica,
    answers.filter(({ _id }) => ended.has(_id)),
  );
  await endBranches(replica, joined);
  return true;
}

/**
 * The right is lost, which the server says; or the document came after the list; or the server has lost it.
 * @returns false for the last of these.
 */
async function settleAbsent({ env, gateway, replica, signal }: Settling, ids: string[]): Promise<boolean> {
  const asked = ids.map((id) => ({ id }));
  const bodies = await fetchBodies(env, gateway, asked, signal);
  await writeRevisions(env, replica, bodies);
  const known = new Set(bodies.map(({ _id }) => _id));
  const absent = ids.filter((id) => !known.has(id));
  if (absent.length === 0) return true;
  const { rows } = await replica.allDocs({ keys: absent, include_docs: true });
  const isLost = rows.some(
    (row) => !('error' in row) && row.doc !== undefined && row.doc !== null && !isGateways(bareBody(row.doc)),
  );
  if (!isLost) await removeLeaves(replica, absent);
  return !isLost;
}
