import { expect, test } from 'vitest';
import { LiveBodies } from './live-bodies.ts';

const doc = { _id: 'job:1', _rev: '2-b', _revisions: { start: 2, ids: ['b', 'a'] }, plate: 'MH12' };
const asking = (...docs: readonly { id: string; rev: string }[]): string => JSON.stringify({ docs });

test('a body that came with the feed is answered once, as it came; the rest is the server’s', () => {
  const bodies = new LiveBodies();
  const row = { seq: '1', id: 'job:1', changes: [{ rev: '2-b' }], doc };
  bodies.take([row]);
  expect(row).not.toHaveProperty('doc');
  const other = { id: 'job:2', rev: '1-a' };
  const asked = asking({ id: 'job:1', rev: '2-b' }, other);
  expect(bodies.answer(asked)).toEqual({ results: [{ id: 'job:1', docs: [{ ok: doc }] }], rest: [other] });
  expect(bodies.answer(asking({ id: 'job:1', rev: '2-b' })).results).toEqual([]);
});

test('a body without its ancestry, or another revision of it, is asked for', () => {
  const bodies = new LiveBodies();
  const { _revisions, ...bare } = doc;
  bodies.take([{ id: 'job:1', doc: bare }, { id: 'job:3' }]);
  expect(bodies.answer(asking({ id: 'job:1', rev: '2-b' })).rest).toHaveLength(1);
  bodies.take([{ id: 'job:1', doc }]);
  expect(bodies.answer(asking({ id: 'job:1', rev: '3-c' })).rest).toHaveLength(1);
});
