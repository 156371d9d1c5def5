import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { opening, testPhone } from '../testing/phone.ts';
import { findCustomers } from './customers.ts';

test('a customer is found by part of the name or by digits of the phone, with the jobs that name them', async () => {
  const phone = await testPhone();
  await phone.save(opening({ customerName: 'Raj Kumar', phone: '+919812345678' }));
  await phone.save(opening({ plate: 'MH12AB0002', customerName: 'Priya Nair' }));
  const find = (text: string) => reading(phone.db, (tx) => findCustomers(tx, text));
  expect(await find('raj')).toMatchObject([{ name: 'Raj Kumar', phone: '+919812345678', jobs: 1 }]);
  expect(await find('98123')).toHaveLength(1);
  expect(await find('kumar raj')).toHaveLength(1);
  expect(await find('')).toEqual([]);
  // Three digits stand in half of all numbers.
  expect(await find('981')).toEqual([]);
});
