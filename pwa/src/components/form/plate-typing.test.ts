import { normalizePlate } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { caretAfter, groupWhileTyping, lettersBefore } from './plate-typing.ts';

describe('plate field', () => {
  it('groups a plate at every stage of typing it', () => {
    const stages = Array.from('MH12AB1234', (_, at) => groupWhileTyping('MH12AB1234'.slice(0, at + 1)));
    expect(stages).toEqual([
      'M',
      'MH',
      'MH 1',
      'MH 12',
      'MH 12 A',
      'MH 12 AB',
      'MH 12 AB 1',
      'MH 12 AB 12',
      'MH 12 AB 123',
      'MH 12 AB 1234',
    ]);
  });

  it('cleans what is pasted', () => {
    expect(groupWhileTyping(normalizePlate(' mh-12.ab 1234\n'))).toBe('MH 12 AB 1234');
  });

  it('keeps the caret where a letter is corrected in the middle', () => {
    const typed = 'MH 1X2 AB 1234';
    const letters = lettersBefore(typed, 5);
    expect(letters).toBe(4);
    expect(caretAfter('MH 1X 2', letters)).toBe(5);
  });

  it('keeps the caret at the end while typing on', () => {
    expect(caretAfter('MH 12', lettersBefore('MH12', 4))).toBe(5);
  });
});
