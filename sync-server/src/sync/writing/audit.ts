import type { Writer } from './admission.ts';
import { firstRevision, type Leaf } from './revisions.ts';

export interface AuditRow {
  readonly id: string;
  readonly rev: string;
  readonly created?: true;
  readonly changed?: readonly string[];
  readonly flags?: readonly string[];
}

/** Who answers for what was stored. */
export interface AuditedBy {
  readonly userId: string;
  readonly deviceId?: string | undefined;
  readonly arrivedAt: string;
  /** Whose phone had kept it, where an owner accepted an offer. */
  readonly offeredBy?: { readonly who: string; readonly device?: string };
}

export const senderFrom = ({ actor, deviceId, arrivedAt }: Writer): AuditedBy => ({
  userId: actor.userId,
  deviceId,
  arrivedAt,
});

/** One document per request that stored something: who, from which device, when it arrived, and what changed. */
export function auditOf(by: AuditedBy, id: string, rows: readonly AuditRow[]): Leaf {
  return firstRevision({
    _id: `audit:${id}`,
    type: 'audit',
    createdAt: by.arrivedAt,
    who: by.userId,
    ...(by.deviceId === undefined ? {} : { device: by.deviceId }),
    ...(by.offeredBy && { offeredBy: by.offeredBy }),
    rows,
  });
}
