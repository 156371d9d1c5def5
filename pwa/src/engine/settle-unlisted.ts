import { hlcOf, stampDevice, type AnyDocument, type JobStatus } from '@revops/domain';
import { readMeta, sendAgain, type LostOnServer } from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
import type { EngineEnv, Replica } from './env.ts';
import { fetchBodies } from './fetch-bodies.ts';
import type { Gateway } from './gateway.ts';
import { removeLeaves } from './remove-leaves.ts';
import type { FillReason } from './replica-memory.ts';
import { writeRevisions } from './write-revisions.ts';

const askedAtOnce = 200;

interface Settling {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly replica: Replica;
  readonly signal: AbortSignal;
  readonly reason: FillReason;
}

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += askedAtOnce)
    yield items.slice(start, start + askedAtOnce);
}

/**
 * What the replica holds and the list does not name: the right is lost, the document came after the list, or the
 * server was restored from before it.
 * @param held by id, what the replica held.
 * @param listed by id, what the server has.
 */
export async function settleUnlisted(
  settling: Settling,
  held: ReadonlyMap<string, string>,
  listed: ReadonlyMap<string, string>,
): Promise<void> {
  const { env, gateway, replica, signal, reason } = settling;
  const unlisted = [...held.keys()].filter((id) => !listed.has(id) && !id.startsWith('_design/'));
  for (const ids of chunksOf(unlisted)) {
    const bodies = await fetchBodies(
      env,
      gateway,
      ids.map((id) => ({ id })),
      signal,
    );
    await writeRevisions(replica, bodies);
    const known = new Set(bodies.map(({ _id }) => _id));
    const absent = ids.filter((id) => !known.has(id));
    if (reason === 'restored') await sendOwnAgain(settling, absent, new Map());
    else await removeLeaves(replica, absent);
  }
  if (reason !== 'restored') return;
  const other = [...held].filter(([id, rev]) => listed.has(id) && listed.get(id) !== rev);
  for (const part of chunksOf(other)) await sendNewerAgain(settling, part, listed);
}

/** Records of which the server has an earlier revision than this phone was once told it has. */
async function sendNewerAgain(
  settling: Settling,
  held: readonly (readonly [string, string])[],
  listed: ReadonlyMap<string, string>,
): Promise<void> {
  const { env, gateway, replica, signal } = settling;
  const newer: { id: string; rev: string }[] = [];
  for (const [id] of held) {
    const rev = listed.get(id) ?? '';
    const { _revisions } = await replica.get(id, { revs: true });
    const [start, hash] = [Number.parseInt(rev, 10), rev.slice(rev.indexOf('-') + 1)];
    const place = (_revisions?.start ?? 0) - start;
    if (place > 0 && _revisions?.ids[place] === hash) newer.push({ id, rev });
  }
  if (newer.length === 0) return;
  const bodies = await fetchBodies(env, gateway, newer, signal);
  const copies = new Map(bodies.map((body) => [body._id, { rev: body._rev, doc: bareBody(body) }]));
  await sendOwnAgain(
    settling,
    newer.map(({ id }) => id),
    copies,
  );
}

/** Whether a word in a record is of this device, whoever opened the record. */
function isTouchedBy(device: string | undefined, body: AnyDocument): boolean {
  const status = body['status'] as Partial<JobStatus> | undefined;
  const stamps = [...Object.values(body.stamps ?? {}).map(hlcOf), status?.hlc ?? ''];
  return device !== undefined && stamps.some((stamp) => stamp !== '' && stampDevice(stamp) === device);
}

/**
 * What this person wrote goes through the journal again. What others wrote stays as this phone has it: it is theirs to
 * send, and nothing here is taken away for it.
 */
async function sendOwnAgain(
  { env, replica }: Settling,
  ids: readonly string[],
  copies: ReadonlyMap<string, { readonly rev: string; readonly doc: AnyDocument }>,
): Promise<void> {
  const lost: LostOnServer[] = [];
  const last = await readMeta(env.db, 'hlc');
  const device = last === undefined ? undefined : stampDevice(last);
  for (const id of ids) {
    const document = await replica.get(id, { revs: true });
    const body = bareBody(document);
    const { start = 1, ids: chain = [] } = document._revisions ?? {};
    const server = copies.get(id);
    // What the server has not at all, only its writer can send.
    const isOwn = body.createdBy === env.userId || (server !== undefined && isTouchedBy(device, body));
    if (isOwn) lost.push({ id, rev: document._rev, revisions: { start, ids: chain }, body, server });
  }
  await sendAgain(env.db, lost, { now: env.now, random: env.random, fence: env.fence });
}
