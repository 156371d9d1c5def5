import { describe, expect, it } from 'vitest';
import { copyOf, payment } from './copy-samples.ts';
import { summaryOf } from './copy-summary.ts';
import { MAX_COPY_BYTES, openCopy, readCopy } from './read-copy.ts';

const read = (copy: unknown) => readCopy(JSON.stringify(copy), 'ws1');

describe('a file that an owner brings in', () => {
  it('says whose it is and what is in it before anything is sent', () => {
    const copy = read(copyOf({ journal: [payment(1, 500), payment(2, 700), payment(3, 1, 'ravi')] }));
    expect(copy.ok && copy.value.person).toEqual({ id: 'meera', name: 'Meera' });
    expect(copy.ok && summaryOf(copy.value)).toMatchObject({
      kinds: [{ type: 'payment', count: 3, amount: 1201 }],
      authors: [
        { id: 'meera', count: 2 },
        { id: 'ravi', count: 1 },
      ],
      refused: 0,
      files: 0,
    });
  });

  it('is read in the form of earlier versions, too', () => {
    const { _rev, _revisions, ...body } = payment(1, 500);
    const { journal: _journal, tray: _tray, ...head } = copyOf({});
    const entry = { id: body['_id'], body, rev: _rev, revisions: _revisions, order: 1 };
    const refused = [{ body, rev: _rev, code: 'job_moved', reason: 'The job has moved.', key: 'k' }];
    const copy = read({ ...head, format: 'revops-unsent', entries: [entry], refused });
    expect(copy.ok && copy.value.journal).toEqual([payment(1, 500)]);
    expect(copy.ok && copy.value.tray).toMatchObject([
      { body: { _rev }, reason: { code: 'job_moved', words: 'The job has moved.' } },
    ]);
  });

  it.each([
    ['not JSON', '<!doctype html>', 'unreadable'],
    ['half a file', JSON.stringify(copyOf({})).slice(0, 90), 'unreadable'],
    ['another JSON', '{"name":"package"}', 'no_copy'],
    ['no list where one has to be', JSON.stringify({ ...copyOf({}), journal: {} }), 'no_copy'],
    ['nothing', 'null', 'no_copy'],
    ['a newer form', JSON.stringify({ ...copyOf({}), version: 2 }), 'newer'],
    [
      'another workshop',
      JSON.stringify({ ...copyOf({}), workshop: { id: 'ws2', name: 'Ws' } }),
      'other_workshop',
    ],
  ])('is refused with a reason when it is %s', (_what, text, reason) => {
    expect(readCopy(text, 'ws1')).toEqual({ ok: false, reason });
  });

  it('is not even opened when it is larger than any phone makes', async () => {
    const file = { size: MAX_COPY_BYTES + 1, text: () => Promise.reject(new Error('it was opened')) };
    expect(await openCopy(file, 'ws1')).toEqual({ ok: false, reason: 'too_large' });
  });

  it('changes nothing about other objects, whatever its keys are called', () => {
    const hostile = `{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},${JSON.stringify(
      copyOf({ journal: [] }),
    ).slice(1, -1)}}`.replace('"journal":[]', '"journal":[{"_id":"x","__proto__":{"admin":true}}]');
    const copy = readCopy(hostile, 'ws1');
    expect(copy.ok && copy.value.journal).toHaveLength(1);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(copy.ok && (copy.value as { admin?: boolean }).admin).toBeUndefined();
  });

  it('counts money that is none as none', () => {
    const odd = { ...payment(1, 1), amount: '1e9' };
    const huge = { ...payment(2, 1), amount: 1e300 };
    const copy = read(copyOf({ journal: [odd, huge, { _id: 5, type: ['payment'], createdAt: {} }] }));
    expect(copy.ok && summaryOf(copy.value).kinds.map(({ amount }) => amount)).toEqual([0, 0]);
  });
});
