import type { Writer } from './admission.ts';
import { firstRevision, type Leaf } from './revisions.ts';

export interface AuditRow {
  readonly id: string;
  readonly rev: string;
  readonly created?: true;
  readonly changed?: readonly string[];
  readonly flags?: readonly string[];
}

/** One document per request that stored something: who, from which device, when it arrived, and what changed. */
export function auditOf(writer: Writer, id: string, rows: readonly AuditRow[]): Leaf {
  return firstRevision({
    _id: `audit:${id}`,
    type: 'audit',
    createdAt: writer.arrivedAt,
    who: writer.actor.userId,
    ...(writer.deviceId === undefined ? {} : { device: writer.deviceId }),
    rows,
  });
}
