import type { AnyDocument } from '@revops/domain';
import { expect, test } from 'vitest';
import { paymentMoves } from './payment-moves.ts';

type Slip = Parameters<typeof paymentMoves>[0];
const manager = { userId: 'm1', role: 'manager' } as const;
const owner = { userId: 'o1', role: 'owner' } as const;

const slip = (change: Partial<Slip>): Slip => ({
  state: 'waiting',
  method: 'cash',
  collectedBy: 'm1',
  followers: [],
  document: {} as Slip['document'],
  ...change,
});
const decided = (verdict: string): AnyDocument[] => [
  { _id: 'paymentDecision:1:1', type: 'paymentDecision', turn: 1, verdict } as unknown as AnyDocument,
];

test('a manager cancels an own slip while it waits, and nobody else’s', () => {
  expect(paymentMoves(slip({}), manager)).toEqual(['cancel']);
  expect(paymentMoves(slip({ collectedBy: 'm2' }), manager)).toEqual([]);
  expect(paymentMoves(slip({ state: 'confirmed', followers: decided('confirmed') }), manager)).toEqual([]);
  expect(paymentMoves(slip({ state: 'cancelled' }), manager)).toEqual([]);
});

test('an owner decides what waits and takes a decision back', () => {
  expect(paymentMoves(slip({}), owner)).toEqual(['confirm', 'reject']);
  expect(paymentMoves(slip({ state: 'rejected', followers: decided('rejected') }), owner)).toEqual([
    'take_back',
  ]);
  expect(paymentMoves(slip({ state: 'confirmed', followers: decided('confirmed') }), owner)).toEqual([
    'take_back',
  ]);
});

test('an owner’s own money is reversed, since it was never waiting', () => {
  expect(paymentMoves(slip({ state: 'confirmed', collectedBy: 'o1' }), owner)).toEqual(['reverse']);
});

test('a reference used twice is confirmed only knowingly', () => {
  expect(paymentMoves(slip({ state: 'clash', method: 'upi', utr: '123456' }), owner)).toEqual([
    'confirm_anyway',
    'reject',
  ]);
});

test('a bank reference can come later, but cash has none', () => {
  expect(paymentMoves(slip({ method: 'upi' }), manager)).toEqual(['cancel', 'add_utr']);
  expect(paymentMoves(slip({ method: 'upi', utr: '123456' }), manager)).toEqual(['cancel']);
  expect(paymentMoves(slip({ method: 'upi', state: 'rejected' }), manager)).toEqual([]);
});
