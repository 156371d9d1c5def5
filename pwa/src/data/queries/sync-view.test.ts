import { money } from '@revops/domain';
import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { buildActs } from '../save/build-acts.ts';
import { opening, testPhone } from '../testing/phone.ts';
import { syncView } from './sync-view.ts';

const cash = { kind: 'partial', method: 'cash' } as const;

test('money that was cancelled before it was sent is no money that waits', async () => {
  const phone = await testPhone();
  const [jobId = ''] = (await phone.save(opening())).ids;
  const [mistyped = ''] = (
    await phone.save(buildActs.takePayment(jobId, { ...cash, amount: money(900_000) }))
  ).ids;
  await phone.save(buildActs.takePayment(jobId, { ...cash, amount: money(90_000) }));
  await phone.save(buildActs.cancelPayment(mistyped, 'mistyped'));
  const view = await reading(phone.db, (tx) => syncView(tx, false));
  expect(view).toMatchObject({ waitingActs: 4, waitingAmount: 90_000 });
});
