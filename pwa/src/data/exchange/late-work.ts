import type { AnyDocument } from '@revops/domain';
import { reading, type DeviceDatabase } from '../database/open.ts';
import type { ReadTx, WriteTx } from '../database/schema.ts';
import { hasRemovedMarks } from '../fold/removed-list.ts';
import { workedOn } from '../fold/removed-marks.ts';

interface Sent {
  readonly id: string;
  readonly body: AnyDocument;
}

/**
 * The sent work on documents whose right is lost: the server takes it and sends it where the job went, and nothing of
 * it is kept here, except of money that this person took.
 */
export async function lateWorkIn(
  tx: ReadTx | WriteTx,
  sent: readonly Sent[],
  userId: string | undefined,
): Promise<ReadonlySet<string>> {
  if (!(await hasRemovedMarks(tx))) return new Set();
  const rows = (tx as ReadTx).objectStore('rows');
  const late = await Promise.all(
    sent.map(async ({ id, body }) => {
      if (userId !== undefined && body['collectedBy'] === userId) return [];
      const near = await Promise.all(workedOn(body).map((one) => rows.get(one)));
      return near.some((row) => row?.removed !== undefined) ? [id] : [];
    }),
  );
  return new Set(late.flat());
}

export const lateWork = (
  db: DeviceDatabase,
  sent: readonly Sent[],
  userId: string,
): Promise<ReadonlySet<string>> => reading(db, (tx) => lateWorkIn(tx, sent, userId));
