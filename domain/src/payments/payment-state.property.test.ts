import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import { money } from '#src/money/money.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { nextTurn, paymentState } from './payment-state.ts';
import { settlementState } from './settlement-state.ts';

const payment = arbitraryOf('payment') as unknown as fc.Arbitrary<Payment>;
const follower = fc.oneof(
  { weight: 4, arbitrary: arbitraryOf('paymentDecision') },
  { weight: 1, arbitrary: arbitraryOf('paymentCancellation') },
  { weight: 2, arbitrary: arbitraryOf('paymentClash') },
  { weight: 1, arbitrary: arbitraryOf('paymentProof') },
);
const collectedBy = 'u-collector';
const head = payment.map((one) => ({ ...one, collectedBy }));
const others = fc.uniqueArray(follower, { maxLength: 5, selector: (one) => one._id });
const followers = others.map((all) => all.map((one): AnyDocument => ({ ...one, collectedBy })));
const shuffled = followers.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

test('the state of a payment does not depend on the order of its followers', () => {
  fc.assert(
    fc.property(head, shuffled, (one, [all, other]) => {
      expect(canonicalJson(paymentState(one, other))).toBe(canonicalJson(paymentState(one, all)));
    }),
    { numRuns: 300 },
  );
});

/** The rules of the design, first match wins, written a second time. */
function expectedState(byOwner: boolean, all: readonly AnyDocument[]): string {
  if (all.some((one) => one.type === 'paymentCancellation')) return 'cancelled';
  const decisions = all.filter((one) => one.type === 'paymentDecision');
  const highest = Math.max(0, ...decisions.map((one) => one['turn'] as number));
  const last = decisions
    .filter((one) => one['turn'] === highest)
    .toSorted((a, b) => (a._id < b._id ? 1 : -1))[0];
  if (last !== undefined && last['verdict'] !== 'withdrawn') return last['verdict'] as string;
  const answers = new Set(decisions.flatMap((one) => (one['answers'] as string[] | undefined) ?? []));
  if (all.some((one) => one.type === 'paymentClash' && !answers.has(one._id))) return 'clash';
  return byOwner ? 'confirmed' : 'waiting';
}

test('cancelled, then the last decision, then an open clash, then the owner’s own money, then waiting', () => {
  fc.assert(
    fc.property(head, followers, (one, all) => {
      expect(paymentState(one, all).state).toBe(expectedState(one.byOwner, all));
    }),
    { numRuns: 500 },
  );
});

test('a proof changes no state', () => {
  fc.assert(
    fc.property(head, followers, arbitraryOf('paymentProof'), (one, all, proof) => {
      expect(paymentState(one, [...all, proof]).state).toBe(paymentState(one, all).state);
    }),
  );
});

test('what names another collector, because it was sent before the payment, is no word on it', () => {
  fc.assert(
    fc.property(head, followers, others, (one, all, foreign) => {
      const strangers = foreign.map((other) => ({ ...other, collectedBy: 'u-stranger' }));
      expect(paymentState(one, [...strangers, ...all])).toEqual(paymentState(one, all));
    }),
  );
});

test('the next turn is above every turn there is', () => {
  fc.assert(
    fc.property(followers, (all) => {
      const turns = all.flatMap((one) => (typeof one['turn'] === 'number' ? [one['turn']] : []));
      expect(nextTurn(all)).toBe(Math.max(0, ...turns) + 1);
    }),
  );
});

test('the state of a hand-over is the word with the highest turn, whatever the order', () => {
  const decisions = fc.uniqueArray(arbitraryOf('settlementDecision'), {
    maxLength: 5,
    selector: (one) => one['turn'],
  });
  fc.assert(
    fc.property(decisions, (all) => {
      const last = all.toSorted((a, b) => (b['turn'] as number) - (a['turn'] as number))[0];
      const expected = last === undefined || last['verdict'] === 'withdrawn' ? 'waiting' : last['verdict'];
      const given = { from: 'meera', to: 'olga', amount: money(1000) };
      expect(settlementState(given, all).state).toBe(expected);
      expect(settlementState(given, all.toReversed()).state).toBe(expected);
    }),
  );
});
