import { expect, test } from 'vitest';
import { markAnswered, refuse } from '../exchange/refuse.ts';
import { journalBatch } from '../journal/journal.ts';
import { saveAct } from '../save/save-act.ts';
import { acknowledgeAll, opening, testPhone } from '../testing/phone.ts';
import { mayLeave, stay } from './leave.ts';

test('nobody leaves while an entry waits or a refused one is unanswered', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  expect(await mayLeave(phone.db)).toBe(false);
  const [first, ...rest] = await journalBatch(phone.db);
  expect(rest.length).toBeGreaterThan(0);
  const refused = { id: first?.id ?? '', rev: first?.rev ?? '', code: 'forbidden', reason: 'words' };
  await refuse(phone.db, [refused], { now: phone.env.now });
  await acknowledgeAll(phone.db);
  expect(await mayLeave(phone.db)).toBe(false);
  await markAnswered(phone.db, `${refused.id} ${refused.rev}`);
  expect(await mayLeave(phone.db)).toBe(true);
});

test('after the question nothing can be saved by another tab, until the person stays after all', async () => {
  const phone = await testPhone();
  expect(await mayLeave(phone.db)).toBe(true);
  await expect(saveAct(phone.db, phone.env, opening())).rejects.toMatchObject({ name: 'LeavingError' });
  await stay(phone.db);
  expect((await saveAct(phone.db, phone.env, opening())).ok).toBe(true);
});
