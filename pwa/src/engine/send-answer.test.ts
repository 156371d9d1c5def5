import type { AnyDocument } from '@revops/domain';
import { expect, test } from 'vitest';
import type { JournalEntry } from '#src/data/index.ts';
import { readAnswer } from './send-answer.ts';
import { wholeActs } from './send-batch.ts';

const entry = (id: string, act = id): JournalEntry => ({
  id,
  act,
  acts: [act],
  order: 1,
  savedAt: '2026-05-01T05:00:00.000Z',
  body: { _id: id } as unknown as AnyDocument,
  rev: `1-${id}`,
  revisions: { start: 1, ids: [id] },
});

test('only a row that says ok is accepted and only one that says forbidden is refused', () => {
  const entries = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id));
  const answer = readAnswer(entries, [
    { id: 'b', rev: '1-b', error: 'forbidden', reason: 'immutable: An entry is never changed.' },
    { id: 'a', rev: '1-a', ok: true },
    { id: 'c', error: 'internal_server_error', reason: 'x' },
    { id: 'e' },
    'not a row',
  ]);
  expect(answer.accepted.map(({ id }) => id)).toEqual(['a']);
  expect(answer.refused).toEqual([
    { id: 'b', rev: '1-b', code: 'immutable', reason: 'An entry is never changed.' },
  ]);
  expect(answer.later.map(({ id }) => id)).toEqual(['c', 'd', 'e']);
});

test('a reason without a known code keeps its words', () => {
  const { refused } = readAnswer([entry('a')], [{ id: 'a', error: 'forbidden', reason: 'note: be careful' }]);
  expect(refused).toEqual([{ id: 'a', rev: '1-a', code: 'forbidden', reason: 'note: be careful' }]);
});

test('an act is not torn between two requests unless it is larger than one', () => {
  const entries = [entry('a', 'x'), entry('b', 'y'), entry('c', 'y'), entry('d', 'y')];
  const ids = (limit: number) => wholeActs(entries.slice(0, limit + 1), limit).map(({ id }) => id);
  expect(ids(3)).toEqual(['a']);
  expect(ids(4)).toEqual(['a', 'b', 'c', 'd']);
  expect(wholeActs(entries.slice(1), 2).map(({ id }) => id)).toEqual(['b', 'c']);
});

test('what the server is too old for waits, also where an older server refuses it for good', () => {
  const entries = ['a', 'b', 'c'].map((id) => entry(id));
  const answer = readAnswer(entries, [
    { id: 'a', error: 'unavailable', reason: 'server_outdated: It has to be upgraded first.' },
    { id: 'b', error: 'forbidden', reason: 'unknown_schema: It comes from a newer app.' },
    { id: 'c', ok: true },
  ]);
  expect([answer.later.map(({ id }) => id), answer.refused]).toEqual([['a', 'b'], []]);
  expect(answer.serverOutdated).toBe(true);
  expect(readAnswer(entries, [{ id: 'c', ok: true }]).serverOutdated).toBe(false);
});
