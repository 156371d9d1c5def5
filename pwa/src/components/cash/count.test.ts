import { money } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import type { HandOverView, PaymentView } from '#src/data/views.ts';
import { countedAmount, countedNotes, coveredPayments } from './count.ts';

const payment = (
  id: string,
  amount: number,
  receivedAt: string,
  extra: Partial<PaymentView> = {},
): PaymentView =>
  ({ id, amount: money(amount), receivedAt, method: 'cash', kind: 'partial', ...extra }) as PaymentView;

const handOver = (state: HandOverView['state'], payments: string[]): HandOverView =>
  ({ state, document: { payments } }) as unknown as HandOverView;

describe('counting cash', () => {
  it('adds notes and coins in paise', () => {
    expect(countedAmount({ notes: { '500': '3', '20': '2' }, coins: '7.50' }, 'INR')).toBe(154_750);
  });

  it('takes empty fields for nothing and leaves them out', () => {
    expect(countedAmount({ notes: { '500': '' }, coins: '' }, 'INR')).toBe(0);
    expect(countedNotes({ notes: { '500': '', '10': '4' }, coins: '' })).toEqual({ '10': 4 });
  });

  it('does not guess when the coins are no amount', () => {
    expect(countedAmount({ notes: { '500': '1' }, coins: 'seven' }, 'INR')).toBeUndefined();
  });
});

describe('the payments that a hand-over covers', () => {
  const old = payment('payment:1', 100_000, '2026-11-01T10:00:00.000Z');
  const young = payment('payment:2', 50_000, '2026-11-02T10:00:00.000Z');

  it('covers the oldest first and only whole payments', () => {
    expect(coveredPayments([young, old], [], money(120_000))).toEqual([old]);
    expect(coveredPayments([young, old], [], money(150_000))).toEqual([old, young]);
  });

  it('names no payment twice, unless the hand-over that named it was rejected', () => {
    expect(coveredPayments([old, young], [handOver('waiting', ['payment:1'])], money(150_000))).toEqual([
      young,
    ]);
    expect(coveredPayments([old, young], [handOver('rejected', ['payment:1'])], money(150_000))).toEqual([
      old,
      young,
    ]);
  });

  it('leaves out money that is no cash', () => {
    expect(
      coveredPayments(
        [payment('payment:3', 100, '2026-11-01T10:00:00.000Z', { method: 'upi' })],
        [],
        money(500),
      ),
    ).toEqual([]);
  });
});
