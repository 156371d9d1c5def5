import { expect, test } from 'vitest';
import { money } from './money.ts';
import { moneyInWords } from './money-in-words.ts';
import { numberWords } from './number-words.ts';

test.each([
  [0, 'Zero rupees'],
  [100, 'One rupee'],
  [1, 'One paisa'],
  [50, 'Fifty paise'],
  [150, 'One rupee and fifty paise'],
  [1_000_000, 'Ten thousand rupees'],
  [12_345_650, 'One lakh twenty-three thousand four hundred and fifty-six rupees and fifty paise'],
  [1_000_100, 'Ten thousand and one rupees'],
  [1_000_000_000, 'One crore rupees'],
  [-20_000, 'Minus two hundred rupees'],
])('says %d paise', (amount, words) => {
  expect(moneyInWords(money(amount), 'INR')).toBe(words);
});

test('counts by thousands and millions where the currency does', () => {
  expect(moneyInWords(money(123_456_700), 'MWK')).toBe(
    'One million two hundred and thirty-four thousand five hundred and sixty-seven kwacha',
  );
  expect(moneyInWords(money(1500), 'JPY')).toBe('One thousand five hundred JPY');
  expect(moneyInWords(money(1050), 'CHF')).toBe('Ten CHF and 50/100');
});

test('spells out what stands above a crore', () => {
  expect(numberWords(9_00_000_00_00_000, 'indian')).toBe('nine lakh crore');
  expect(numberWords(1_000_000_000_000, 'western')).toBe('one trillion');
});

test('says every number differently', () => {
  for (const counting of ['indian', 'western'] as const) {
    const said = Array.from({ length: 20_000 }, (_, index) => numberWords(index * 7, counting));
    expect(new Set(said).size).toBe(said.length);
    expect(said.every((words) => /^[a-z -]+$/.test(words))).toBe(true);
  }
});
