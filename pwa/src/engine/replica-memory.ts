import { readMeta, writeMeta } from '#src/data/index.ts';
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
}

declare module '#src/data/database/schema.ts' {
  interface MetaValues {
    replica: ReplicaMemory;
  }
}

export const readReplicaMemory = ({ db }: EngineEnv): Promise<ReplicaMemory | undefined> =>
  readMeta(db, 'replica');

export const writeReplicaMemory = ({ db, fence }: EngineEnv, memory: ReplicaMemory): Promise<void> =>
  writeMeta(db, 'replica', memory, { fence });

/** The server's `uuid` names the person's view and the database behind it. */
export const replicaName = ({ workshopId, userId }: EngineEnv, uuid: string): string =>
  `revops-replica-${workshopId}-${userId}-${encodeURIComponent(uuid)}`;
