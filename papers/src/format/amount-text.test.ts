import { money } from '@revops/domain';
import { expect, it } from 'vitest';
import { isPrintable, tidyText } from '#src/lettering/printable.ts';
import { diskLettering } from '#src/node.ts';
import { amountText } from './amount-text.ts';
import { paperFormat } from './paper-format.ts';

const { fonts } = await diskLettering();
const format = (currency: string, locale = 'en-IN') =>
  paperFormat({ currency, locale, timeZone: 'Asia/Kolkata' });

it('writes lakhs and crores with both decimals and a true minus', () => {
  expect(amountText(money(99_99_99_999_00), format('INR'))).toBe('₹99,99,99,999.00');
  expect(amountText(money(-50), format('INR', 'hi-IN'))).toBe('−₹0.50');
});

it('writes no currency with a letter that the fonts lack', () => {
  for (const currency of Intl.supportedValuesOf('currency'))
    for (const amount of [0, 123_456_78, -123_456_78]) {
      const text = tidyText(amountText(money(amount), format(currency)));
      for (const weight of ['regular', 'semibold'] as const)
        expect([text, isPrintable(text, fonts[weight])]).toEqual([text, true]);
      expect(text.replaceAll(/\d/g, '')).toMatch(/[^\d.,−\s]/u);
    }
});
