import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { acknowledgeAll, opening, testPhone } from '../testing/phone.ts';
import { saveAct } from '../save/save-act.ts';
import { dropDraft, draftKey, readDraft, writeDraft } from './drafts.ts';

test('a draft is kept per form and what it is about, and the last word counts', async () => {
  const { db, env } = await testPhone();
  const note = { form: 'note', about: 'job:1' };
  await writeDraft(db, note, { note: 'a' }, env.now);
  await writeDraft(db, note, { note: 'ab' }, env.now);
  await writeDraft(db, { form: 'note', about: 'job:2' }, { note: 'other' }, env.now);
  expect(await readDraft(db, note)).toMatchObject({
    values: { note: 'ab' },
    savedAt: '2026-05-01T06:00:00.000Z',
  });
  await dropDraft(db, draftKey(note));
  expect(await readDraft(db, note)).toBeUndefined();
  expect(await readDraft(db, { form: 'note', about: 'job:2' })).toBeDefined();
});

test('it leaves in the transaction of the save that it becomes, and stays when that fails', async () => {
  const { db, env } = await testPhone();
  await writeDraft(db, { form: 'new-job' }, { plate: 'MH12' }, env.now);
  const refused = await saveAct(db, env, opening({ plate: '' }), [], 'new-job');
  expect(refused.ok).toBe(false);
  expect(await readDraft(db, { form: 'new-job' })).toBeDefined();
  const failing = () => Promise.reject(new Error('disk'));
  await expect(saveAct(db, env, failing, [], 'new-job')).rejects.toThrow('disk');
  expect(await readDraft(db, { form: 'new-job' })).toBeDefined();
  expect((await saveAct(db, env, opening(), [], 'new-job')).ok).toBe(true);
  expect(await readDraft(db, { form: 'new-job' })).toBeUndefined();
});

test('what was being typed about a job leaves with the right to read it; other drafts stay', async () => {
  const phone = await testPhone();
  const { db, env } = phone;
  const { ids } = await phone.save(opening());
  const jobId = ids[0] ?? '';
  const [entry] = await acknowledgeAll(db);
  await writeDraft(db, { form: 'edit', about: jobId }, { customerName: 'Raj K' }, env.now);
  await writeDraft(db, { form: 'new-job' }, { plate: 'MH14' }, env.now);
  await applyPulled(db, [{ id: jobId, rev: `9-${entry?.rev ?? ''}`, body: undefined }]);
  const left = await reading(db, (tx) => tx.objectStore('drafts').getAllKeys());
  expect(left).toEqual(['new-job']);
});
