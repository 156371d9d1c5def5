import { money } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { pressKey, prefilled, type KeypadEntry, type KeypadKey } from './keypad-entry.ts';

const type = (from: KeypadEntry, keys: readonly KeypadKey[]) => {
  let entry = from;
  for (const key of keys) entry = pressKey(entry, key);
  return entry;
};
const empty = prefilled(money(0));

describe('keypad', () => {
  it('replaces the prefilled balance with the first digit', () => {
    expect(type(prefilled(money(200_000)), ['1', '5', '0', '0']).amount).toBe(150_000);
  });

  it('keeps the prefilled balance until a key is pressed and clears it with delete', () => {
    expect(prefilled(money(200_000)).amount).toBe(200_000);
    expect(type(prefilled(money(200_000)), ['delete']).amount).toBe(0);
  });

  it('counts paise exactly', () => {
    expect(type(empty, ['1', 'point', '0', '7']).amount).toBe(107);
    expect(type(empty, ['point', '5']).amount).toBe(50);
    expect(type(empty, ['8', '1', '9', '0', 'point', '2', '9']).amount).toBe(819_029);
  });

  it('takes no third decimal and no tenth digit', () => {
    expect(type(empty, ['1', 'point', '2', '3', '4']).amount).toBe(123);
    expect(
      type(
        empty,
        Array.from({ length: 12 }, () => '9'),
      ).amount,
    ).toBe(99_999_999_900);
  });

  it('drops leading zeros', () => {
    expect(type(empty, ['0', '0', '7']).typed?.whole).toBe('7');
  });

  it('deletes key by key, back over the point', () => {
    const entry = type(empty, ['1', '2', 'point', '5']);
    expect(pressKey(entry, 'delete').amount).toBe(1200);
    expect(type(entry, ['delete', 'delete', 'delete']).amount).toBe(100);
  });

  it('has no point in a currency without decimals', () => {
    expect(pressKey(pressKey(prefilled(money(0)), '5', 0), 'point', 0)).toEqual(
      pressKey(prefilled(money(0)), '5', 0),
    );
  });
});
