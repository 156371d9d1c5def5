import { expect, test } from 'vitest';
import { acknowledgeAll, opening, testPhone } from '../testing/phone.ts';
import { forgetUnseen, unseenRevisions } from './unseen.ts';

test('what was accepted is remembered, each once, until the feed has told it', async () => {
  const phone = await testPhone();
  await phone.save(opening());
  const sent = await acknowledgeAll(phone.db);
  const revisions = sent.map(({ id, rev }) => ({ id, rev }));
  expect(await unseenRevisions(phone.db)).toEqual(revisions);
  await forgetUnseen(phone.db, revisions.slice(1));
  expect(await unseenRevisions(phone.db)).toEqual(revisions.slice(0, 1));
});
