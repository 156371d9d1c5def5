import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreeHandOver } from '#src/acts/agree-hand-over.ts';
import { decideHandOver, handOver } from '#src/acts/hand-over.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { totalKey } from '#src/ledger/contribution.ts';
import { ledgerOf } from '#src/ledger/ledger.ts';
import { money } from '#src/money/money.ts';
import { mayCreate } from '#src/permissions/may-create.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { isReceiptOf, settlementState } from './settlement-state.ts';

const { owner, manager, otherManager } = testPeople;

function given() {
  const context = testContext({ actor: manager });
  const [document] = acted(handOver(context, { to: owner.userId, amount: money(500_000) })).documents;
  const settlement = document as AnyDocument & Settlement;
  const { _id: settlementId, from, to, amount } = settlement;
  return { settlement, shown: { settlementId, from, to, amount } };
}

const receipts = (who = owner, changes = {}) => {
  const { settlement, shown } = given();
  const context = testContext({ actor: who });
  return { settlement, documents: acted(agreeHandOver(context, { ...shown, ...changes })).documents };
};

describe('a receipt of the receiver', () => {
  test('moves the cash as soon as the hand-over is here, whichever came first', () => {
    const { settlement, documents } = receipts();
    expect([...ledgerOf(documents, 'Asia/Kolkata')]).toEqual([]);
    for (const all of [
      [settlement, ...documents],
      [...documents, settlement],
    ])
      expect(ledgerOf(all, 'Asia/Kolkata').get(totalKey.cash(owner.userId))?.amount).toBe(500_000);
  });

  test('of another amount says nothing of it', () => {
    const { settlement, documents } = receipts(owner, { amount: money(50_000) });
    expect(settlementState(settlement, documents).state).toBe('waiting');
  });

  test('of somebody the cash was not given to says nothing of it, even if sent ahead', () => {
    const { settlement, documents } = receipts(otherManager, { to: otherManager.userId });
    expect(mayCreate(otherManager, documents[0] as AnyDocument)).toBeUndefined();
    expect(settlementState(settlement, documents).state).toBe('waiting');
  });

  test('is not written for another amount, nor a second time, where the hand-over is here', () => {
    const { settlement, shown } = given();
    const agree = (amount: number, followers: readonly AnyDocument[]) =>
      agreeHandOver(testContext(), { ...shown, amount: money(amount) }, { settlement, followers });
    expect(agree(50_000, [])).toMatchObject({ reason: { code: 'hand_over_differs' } });
    const { documents } = acted(agree(500_000, []));
    expect(agree(500_000, documents)).toMatchObject({ reason: { code: 'already_decided' } });
  });

  test('is written by nobody else', () => {
    const { shown } = given();
    const forged = agreeHandOver(testContext({ actor: otherManager }), shown);
    expect(forged).toEqual({ ok: false, reason: { code: 'not_permitted' } });
  });

  test('gives way to a decision: an owner rejects it, and taking that back is waiting again', () => {
    const { settlement, documents } = receipts();
    const context = testContext({ actor: owner });
    const said = (verdict: 'rejected' | 'withdrawn', before: readonly AnyDocument[]) =>
      acted(decideHandOver(context, settlement, before, [], { verdict, reason: 'Counted again' })).documents;
    const rejected = [...documents, ...said('rejected', documents)];
    expect(settlementState(settlement, rejected).state).toBe('rejected');
    const withdrawn = [...rejected, ...said('withdrawn', rejected)];
    expect(settlementState(settlement, withdrawn).state).toBe('waiting');
  });

  test('leaves the owner the word that confirms the payments, and that only once', () => {
    const { settlement, documents } = receipts();
    const context = testContext({ actor: owner });
    const confirmed = acted(decideHandOver(context, settlement, documents, [], { verdict: 'confirmed' }));
    const again = [...documents, ...confirmed.documents];
    expect(settlementState(settlement, again)).toMatchObject({ by: { type: 'settlementDecision' } });
    expect(decideHandOver(context, settlement, again, [], { verdict: 'confirmed' })).toMatchObject({
      reason: { code: 'already_decided' },
    });
  });
});

test('a receipt is admitted before its hand-over, and afterwards only if it says the same', () => {
  const join = typeNamed('settlementReceipt')?.mayJoin;
  fc.assert(
    fc.property(arbitraryOf('settlementReceipt'), arbitraryOf('settlement'), (receipt, head) => {
      expect(join?.(manager, receipt, { head: undefined, followers: [] })).toBeUndefined();
      const isSame = isReceiptOf(head as unknown as Settlement, receipt as unknown as Settlement);
      const refused = join?.(manager, receipt, { head, followers: [] });
      expect(refused).toBe(isSame ? undefined : 'access_mismatch');
    }),
  );
});

test('the state is a function of the set of entries, not of their order', () => {
  const followers = fc.uniqueArray(
    fc.oneof(arbitraryOf('settlementDecision'), arbitraryOf('settlementReceipt')),
    { maxLength: 5, selector: (one) => one._id },
  );
  fc.assert(
    fc.property(arbitraryOf('settlement'), followers, (head, all) => {
      const settlement = head as unknown as Settlement;
      expect(settlementState(settlement, all.toReversed())).toEqual(settlementState(settlement, all));
    }),
  );
});
