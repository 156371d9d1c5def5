import { err, ok, type OwnRefusals } from '@revops/domain';
import { expect, test, vi } from 'vitest';
import { tray } from '../queries/sync-view.ts';
import { reading } from '../database/open.ts';
import { markAnswered, refuse } from '../exchange/refuse.ts';
import { journalBatch } from '../journal/journal.ts';
import { opening, testPhone } from '../testing/phone.ts';
import { OwnersWord } from './owners-word.ts';

type Ask = NonNullable<ConstructorParameters<typeof OwnersWord>[1]>;

const dismissed = { at: '2026-05-02T06:00:00.000Z', by: { id: 'asha', name: 'Asha' }, reason: 'typed twice' };

/** A phone whose advance was not accepted. */
async function refusedPhone() {
  const phone = await testPhone();
  const { db, env } = phone;
  await phone.save(opening({ advance: { amount: 50_000 as never, method: 'cash' } }));
  const payment = (await journalBatch(db)).find(({ body }) => body.type === 'payment');
  if (payment === undefined) throw new Error('no payment');
  const { id, rev } = payment;
  await refuse(db, [{ id, rev, code: 'foreign_device', reason: 'words' }], { now: env.now });
  const answer: OwnRefusals = { items: [{ docId: id, rev, dismissed }] };
  return { db, id, rev, answer, items: () => reading(db, tray) };
}

test('an entry that an owner dismissed says so in the tray, and stays open for its person', async () => {
  const { db, id, rev, answer, items } = await refusedPhone();
  const ask = vi.fn<Ask>(() => Promise.resolve(ok(answer)));
  const word = new OwnersWord(db, ask);
  await word.refresh();
  expect(ask).toHaveBeenCalledWith([{ docId: id, rev }]);
  const { at, reason } = dismissed;
  expect(await items()).toMatchObject([{ answered: false, dismissed: { at, reason } }]);
  await word.refresh();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('nothing is asked where nothing is open, and what was settled meanwhile stays so', async () => {
  const { db, answer, items } = await refusedPhone();
  const word = new OwnersWord(db, async () => {
    const [item] = await items();
    await markAnswered(db, item?.key ?? '');
    return ok(answer);
  });
  await word.refresh();
  expect((await items())[0]).toMatchObject({ answered: true, outcome: 'settled' });
  expect((await items())[0]?.dismissed).toBeUndefined();
  const ask = vi.fn<Ask>(() => Promise.resolve(ok(answer)));
  await new OwnersWord(db, ask).refresh();
  expect(ask).not.toHaveBeenCalled();
});

test('a server that does not answer changes nothing', async () => {
  const { db, items } = await refusedPhone();
  await new OwnersWord(db, () => Promise.resolve(err('unavailable' as const))).refresh();
  expect((await items())[0]?.dismissed).toBeUndefined();
});
