import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '#src/data/index.ts';
import { batchBytes, countWithin, wireDocument } from './send-batch.ts';

const entry = (note: string): JournalEntry =>
  ({
    id: 'photo:1',
    act: 'a',
    acts: ['a'],
    order: 1,
    savedAt: '',
    rev: '1-a',
    revisions: { start: 1, ids: ['a'] },
    body: { _id: 'photo:1', type: 'photo', note },
  }) as unknown as JournalEntry;

const sizeOf = (one: JournalEntry): number => Buffer.byteLength(JSON.stringify(wireDocument(one))) + 1;

describe('what one request may weigh', () => {
  it('takes as many documents as fit, to the byte', () => {
    const entries = [entry('a'), entry('bb'), entry('ccc')];
    const [first = 0, second = 0, third = 0] = entries.map(sizeOf);
    expect(countWithin(entries, first + second + third)).toBe(3);
    expect(countWithin(entries, first + second + third - 1)).toBe(2);
    expect(countWithin(entries, first + second)).toBe(2);
    expect(countWithin([], 10)).toBe(0);
  });

  it('counts what words in other scripts weigh, and not their letters', () => {
    const entries = [entry('रवि'.repeat(100)), entry('x')];
    expect(countWithin(entries, 900)).toBe(1);
  });

  it('sends a single document whatever it weighs: the server has to say what becomes of it', () => {
    expect(countWithin([entry('x'.repeat(2 * batchBytes)), entry('y')], batchBytes)).toBe(1);
  });
});
