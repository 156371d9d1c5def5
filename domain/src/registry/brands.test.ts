import { expectTypeOf, test } from 'vitest';
import type { Payment } from '#src/documents/payment.ts';
import type { TakePaymentInput } from '#src/acts/payments.ts';
import { addMoney, money, type Money } from '#src/money/money.ts';

test('plain numbers are not money, and sums of money are not money until said so', () => {
  expectTypeOf<number>().not.toExtend<Money>();
  expectTypeOf<Money>().toExtend<number>();
  const sum = money(1) + money(2);
  expectTypeOf(sum).toEqualTypeOf<number>();
  expectTypeOf(addMoney(money(1), money(2))).toEqualTypeOf<Money>();
});

test('acts and documents take money only', () => {
  expectTypeOf<TakePaymentInput['amount']>().toEqualTypeOf<Money>();
  expectTypeOf<Payment['amount']>().toEqualTypeOf<Money>();
  // @ts-expect-error a number is no amount
  const input: TakePaymentInput = { amount: 100, kind: 'final', method: 'cash' };
  expectTypeOf(input).toEqualTypeOf<TakePaymentInput>();
});
