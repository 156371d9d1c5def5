import { offerFilesAgain, readMeta, writeMeta, writeMetaTogether } from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';

/** Which replica this phone follows; stored as one value, so that a kill never leaves half of it. */
export interface ReplicaMemory {
  readonly name: string;
  /** Replicas of earlier views that are still to be destroyed. */
  readonly old: readonly string[];
  /** It has been pulled to the end once. */
  readonly complete: boolean;
  /** Rows may stand that this replica does not have; they leave when it is complete. */
  readonly sweep: boolean;
  /** Why everything has to be listed and compared; of an incomplete one without `since`, that it is new. */
  readonly fill?: FillReason;
  /** Former replicas that have to be compared with what a restored server has, before they go. */
  readonly from?: readonly string[];
  /** It has been filled by a list: the feed goes on from here. */
  readonly since?: string;
}

/** `gap`: too much happened for page by page. */
export type FillReason = 'new' | 'gap';

declare module '#src/data/database/schema.ts' {
  interface MetaValues {
    replica: ReplicaMemory | undefined;
  }
}

export const readReplicaMemory = ({ db }: EngineEnv): Promise<ReplicaMemory | undefined> =>
  readMeta(db, 'replica');

export const writeReplicaMemory = ({ db, fence }: EngineEnv, memory: ReplicaMemory): Promise<void> =>
  writeMeta(db, 'replica', memory, { fence });

/** What a pull has to begin with; undefined when the feed can simply go on. */
export const fillReasonOf = (memory: ReplicaMemory | undefined): FillReason | undefined =>
  memory === undefined || memory.complete || memory.since !== undefined ? undefined : (memory.fill ?? 'new');

/** The replica is to be compared with a list of everything; rows stay on screen meanwhile. */
export async function noteFill(env: EngineEnv, fill: FillReason): Promise<void> {
  const memory = await readReplicaMemory(env);
  if (memory === undefined) return;
  const { name, old, sweep, from } = memory;
  const compared = from === undefined ? {} : { from };
  await writeReplicaMemory(env, {
    name,
    old,
    sweep: sweep || fill === 'new',
    complete: false,
    fill,
    ...compared,
  });
}

/**
 * The server is older than what this phone has of it: a new replica begins, of the same view, and the former is kept
 * until it has been compared with what is there.
 */
export async function noteRestored(env: EngineEnv): Promise<void> {
  const memory = await readReplicaMemory(env);
  if (memory === undefined) return;
  const [view = memory.name, times = '0'] = memory.name.split(again);
  const name = `${view}${again}${Number(times) + 1}`;
  const old = [...memory.old, memory.name];
  const from = [...(memory.from ?? []), memory.name];
  await beginReplica(env, { name, old, from, complete: false, sweep: true, fill: 'new' });
}

/** All that was accepted and not told by the feed is in the former one, which is compared with the server. */
export async function beginReplica({ db, fence, userId }: EngineEnv, replica: ReplicaMemory): Promise<void> {
  // Before: a kill in between only has the server asked for what it has.
  if (replica.from !== undefined) await offerFilesAgain(db, userId, { fence });
  await writeMetaTogether(db, { replica, unseen: [] }, { fence });
}

/** Stands between a view's name and how often its replica was begun anew. */
const again = '~';

/** Whether a replica is of this view. */
export const isReplicaOf = (name: string, view: string): boolean => name.split(again)[0] === view;

/** After its replicas were destroyed. */
export const deleteReplicaMemory = ({ db, fence }: EngineEnv): Promise<void> =>
  writeMeta(db, 'replica', undefined, { fence });

/** The server's `uuid` names the person's view and the database behind it. */
export const replicaName = ({ workshopId, userId }: EngineEnv, uuid: string): string =>
  `revops-replica-${workshopId}-${userId}-${encodeURIComponent(uuid)}`;
