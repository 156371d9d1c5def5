import type { AnyDocument, PlateKind } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { sentDocument } from '../fold/base-row.ts';

/** A document as it stands here, and the colours of its plate where it is a job. */
export interface KnownDocument {
  readonly document: AnyDocument;
  readonly plateKind?: PlateKind;
}

/** Some documents by id, as the server has them; those that are not here are left out. */
export async function documents(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownDocument>> {
  const rows = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
  const known = rows.flatMap((row) => {
    const document = row === undefined ? undefined : sentDocument(row);
    if (row === undefined || document === undefined) return [];
    const { plateKind } = row.folded;
    return [[row.id, { document, ...(plateKind === undefined ? {} : { plateKind }) }] as const];
  });
  return new Map(known);
}
