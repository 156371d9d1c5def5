import type { Payment, PaymentGroup } from '@revops/domain';
import type { DocumentReader } from './reader.ts';

/** Payments with what follows them, those of them that are on this phone. */
export async function paymentGroups(
  documents: DocumentReader,
  ids: readonly string[],
): Promise<PaymentGroup[]> {
  const groups = await Promise.all(ids.map((id) => documents.group(id)));
  return groups.flatMap(({ head, followers }) =>
    head === undefined ? [] : [{ payment: head as unknown as Payment, followers }],
  );
}
