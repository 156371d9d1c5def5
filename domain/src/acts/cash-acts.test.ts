import { describe, expect, test } from 'vitest';
import type { DayClose } from '#src/documents/day-close.ts';
import type { Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import { totalKey } from '#src/ledger/contribution.ts';
import { ledgerOf } from '#src/ledger/ledger.ts';
import { money, zeroMoney } from '#src/money/money.ts';
import { may } from '#src/permissions/may.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { closeDay } from './close-day.ts';
import { decideDeposit, recordDeposit } from './deposits.ts';
import { openJob } from './open-job.ts';
import { takeOverCash } from './take-over-cash.ts';

const { owner, manager, otherManager } = testPeople;
const rupees = (amount: number) => money(amount * 100);
const asManager = () => testContext({ actor: manager });
const asOwner = () => testContext({ actor: owner, code: 'B1' });
const totalOf = (documents: readonly AnyDocument[], key: string): number =>
  ledgerOf(documents, 'Asia/Kolkata').get(key)?.amount ?? 0;

describe('a deposit', () => {
  const banked = () => acted(recordDeposit(asManager(), { amount: rupees(900), bank: 'SBI' })).documents;
  const deposit = (all: readonly AnyDocument[]) => all[0] as unknown as Deposit;

  test('of an owner lowers the cash at once', () => {
    const all = acted(recordDeposit(asOwner(), { amount: rupees(900), reference: 'SLIP 7' })).documents;
    expect(totalOf(all, totalKey.cash(owner.userId))).toBe(-90_000);
    expect(may(owner, undefined, all[0] as AnyDocument)).toBeUndefined();
  });

  test('of a manager waits beside the cash until an owner has said so', () => {
    const all = banked();
    const cash = (documents: readonly AnyDocument[]) => [
      totalOf(documents, totalKey.cash(manager.userId)),
      totalOf(documents, totalKey.waitingDeposit(manager.userId)),
    ];
    expect(cash(all)).toEqual([0, 90_000]);
    const said = acted(decideDeposit(asOwner(), deposit(all), [], { verdict: 'confirmed' })).documents;
    expect(cash([...all, ...said])).toEqual([-90_000, 0]);
  });

  test('that an owner rejects needs a reason and moves nothing', () => {
    const all = banked();
    expect(decideDeposit(asOwner(), deposit(all), [], { verdict: 'rejected' })).toMatchObject({
      reason: { code: 'reason_needed' },
    });
    const said = acted(
      decideDeposit(asOwner(), deposit(all), [], { verdict: 'rejected', reason: 'Not at the bank' }),
    ).documents;
    expect([...ledgerOf([...all, ...said], 'Asia/Kolkata')]).toEqual([]);
  });

  test('is decided by owners only, and nobody can make the own one count at once', () => {
    const all = banked();
    expect(decideDeposit(asManager(), deposit(all), [], { verdict: 'confirmed' })).toMatchObject({
      ok: false,
    });
    expect(may(manager, undefined, { ...(all[0] as AnyDocument), byOwner: true })).toBe('protected_field');
    expect(recordDeposit(asManager(), { person: otherManager.userId, amount: rupees(1) })).toMatchObject({
      reason: { code: 'not_permitted' },
    });
  });
});

describe('the close of a day', () => {
  const [counted, held] = [rupees(980), rupees(1000)];

  test('without a difference needs no reason; with one it does', () => {
    expect(closeDay(asManager(), { counted: held, expected: held }, { held })).toMatchObject({ ok: true });
    expect(closeDay(asManager(), { counted, expected: held }, { held })).toMatchObject({
      reason: { code: 'reason_needed', field: 'reason' },
    });
    const [close] = acted(
      closeDay(asManager(), { counted, expected: held, reason: 'Tea' }, { held }),
    ).documents;
    expect(close).toMatchObject({
      person: 'meera',
      day: '2026-04-01',
      expected: held,
      counted,
      reason: 'Tea',
    });
    expect(may(manager, undefined, close as AnyDocument)).toBeUndefined();
    expect(may(otherManager, undefined, close as AnyDocument)).not.toBeUndefined();
  });

  test('is not written for another difference than was seen', () => {
    expect(closeDay(asManager(), { counted, expected: counted }, { held })).toMatchObject({
      reason: { code: 'cash_changed' },
    });
  });

  test('moves no cash', () => {
    const all = acted(closeDay(asManager(), { counted, expected: held, reason: 'Tea' }, { held })).documents;
    expect([...ledgerOf(all, 'Asia/Kolkata')]).toEqual([]);
  });

  test('is corrected by a further one that names the first and says why', () => {
    const context = asManager();
    const close = (reason: string | undefined, closes: readonly DayClose[]) =>
      closeDay(context, { counted: held, expected: held, reason }, { held, closes });
    const first = acted(close(undefined, [])).documents[0] as unknown as DayClose;
    context.wait(60_000);
    expect(close(undefined, [first])).toMatchObject({ reason: { code: 'reason_needed' } });
    const second = acted(close('Counted again', [first])).documents[0] as unknown as DayClose;
    context.wait(60_000);
    const third = acted(close('And again', [second, first])).documents[0] as unknown as DayClose;
    expect([first.corrects, second.corrects, third.corrects]).toEqual([undefined, first._id, first._id]);
  });
});

describe('an owner who takes over the cash of a person', () => {
  const opened = () =>
    acted(
      openJob(asManager(), {
        plate: 'MH12AB1234',
        customerName: 'Raj Kumar',
        advance: { amount: rupees(1000), method: 'cash' },
      }),
    ).documents;
  const groupsIn = (all: readonly AnyDocument[]) =>
    all
      .filter(({ type }) => type === 'payment')
      .map((payment) => ({ payment: payment as unknown as Payment, followers: [] }));
  const take = (amount: number, reason?: string, all = opened()) => {
    const input = { from: manager.userId, counted: rupees(amount), expected: rupees(1000), reason };
    const context = asOwner();
    const result = takeOverCash(context, input, { held: rupees(1000), groups: groupsIn(all) });
    return { result, all };
  };

  test('has it all at once, with the payments confirmed', () => {
    const { result, all } = take(1000);
    const { documents } = acted(result);
    expect(documents.map(({ type }) => type)).toEqual([
      'settlement',
      'settlementDecision',
      'paymentDecision',
    ]);
    const after = [...all, ...documents];
    expect([manager, owner].map(({ userId }) => totalOf(after, totalKey.cash(userId)))).toEqual([0, 100_000]);
    for (const document of documents) expect(may(owner, undefined, document)).toBeUndefined();
  });

  test('says why some is missing, and it stays in the book against the person', () => {
    expect(take(700).result).toMatchObject({ reason: { code: 'reason_needed' } });
    const { result, all } = take(700, 'Says he paid for parts');
    const { documents } = acted(result);
    expect(documents[0]).toMatchObject({
      type: 'dayClose',
      person: 'meera',
      counted: 70_000,
      expected: 100_000,
    });
    expect(totalOf([...all, ...documents], totalKey.cash(manager.userId))).toBe(30_000);
  });

  test('can find nothing at all', () => {
    const { documents } = acted(take(0, 'Gone with it').result);
    expect(documents.map(({ type }) => type)).toEqual(['dayClose']);
  });

  test('is an owner, and takes it from somebody else', () => {
    const input = { from: 'meera', counted: zeroMoney, expected: zeroMoney };
    const ground = { held: zeroMoney, groups: [] };
    expect(takeOverCash(asManager(), input, ground)).toMatchObject({ reason: { code: 'not_permitted' } });
    expect(takeOverCash(asOwner(), { ...input, from: 'olga' }, ground)).toMatchObject({
      reason: { code: 'same_person' },
    });
    expect(takeOverCash(asOwner(), input, ground)).toMatchObject({ reason: { code: 'nothing_changed' } });
  });
});
