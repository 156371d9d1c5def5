import type { AnyDocument } from '#src/documents/envelope.ts';

/** The clashes that the gateway writes: a proof whose reference an earlier payment has already. */
export function withClashes(documents: readonly AnyDocument[]): readonly AnyDocument[] {
  const holders = new Map<unknown, unknown>();
  const clashes: AnyDocument[] = [];
  for (const proof of documents) {
    if (proof.type !== 'paymentProof') continue;
    const holder = holders.get(proof['utr']);
    if (holder === undefined) holders.set(proof['utr'], proof['paymentId']);
    else if (holder !== proof['paymentId']) {
      const { utr: _utr, transfer: _transfer, n: _n, ...copied } = proof;
      const _id = proof._id.replace('paymentProof:', 'paymentClash:');
      clashes.push({ ...copied, _id, type: 'paymentClash', device: 'server', proofId: proof._id });
    }
  }
  return [...documents, ...clashes];
}
