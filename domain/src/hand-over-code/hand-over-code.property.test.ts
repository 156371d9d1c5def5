import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidv7 } from '#src/ids/uuidv7.ts';
import { MAX_AMOUNT, money } from '#src/money/money.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { handOverCode, readHandOverCode, type HandOverCode } from './hand-over-code.ts';

const people = ['olga', 'omar', 'meera', 'manoj', '0198c5d2-77aa-7cc1-8a11-6f6b1d2e3f40'];
const place = { workshopId: 'ws-1', people };
const uuids = fc
  .tuple(fc.nat({ max: 2 ** 31 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([ms, random]) => uuidv7(1_760_000_000_000 + ms, () => random));

const said = fc
  .record({
    settlementId: uuids.map((id) => `settlement:${id}`),
    parties: fc.shuffledSubarray(people, { minLength: 2, maxLength: 2 }),
    amount: fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(1, 127, 128, MAX_AMOUNT)),
    covers: fc.record({ count: fc.nat({ max: 5000 }), amount: fc.nat({ max: MAX_AMOUNT }) }),
    isOffer: fc.boolean(),
  })
  .map(({ settlementId, parties: [from = '', to = ''], amount, covers, isOffer }): HandOverCode => {
    const both = { settlementId, from, to, amount: money(amount) };
    return isOffer ? { kind: 'offer', ...both, covers } : { kind: 'answer', ...both };
  });

const textOf = (code: HandOverCode, workshopId = place.workshopId): string =>
  handOverCode(code, workshopId) ?? '';

describe('the code of a hand-over', () => {
  test('says on the other phone what was shown on the first', () => {
    fc.assert(
      fc.property(said, (code) => {
        expect(readHandOverCode(textOf(code), place)).toEqual({ ok: true, value: code });
      }),
    );
  });

  test('is capital letters and digits, at most 100 of them, and is read with spaces, dashes and small letters', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(' ', '-', '\n'), (code, between) => {
        const text = textOf(code);
        expect(text).toMatch(/^[0-9A-Z]{40,100}$/);
        const typed = text.toLowerCase().replaceAll(/.{4}/g, (four) => four + between);
        expect(readHandOverCode(typed, place)).toEqual({ ok: true, value: code });
      }),
    );
  });

  test('with one character mistyped is unreadable', () => {
    fc.assert(
      fc.property(said, fc.nat(), fc.constantFrom('0', '1', '7', 'A', 'F', 'Z'), (code, at, other) => {
        const text = textOf(code);
        const index = at % (text.length - 1); // the last one has bits to spare
        fc.pre(text[index] !== other);
        const typed = text.slice(0, index) + other + text.slice(index + 1);
        expect(readHandOverCode(typed, place)).toEqual({ ok: false, reason: 'unreadable' });
      }),
    );
  });

  test('of another workshop, or of people nobody knows here, says so', () => {
    fc.assert(
      fc.property(said, (code) => {
        const elsewhere = textOf(code, 'ws-2');
        expect(readHandOverCode(elsewhere, place)).toEqual({ ok: false, reason: 'other_workshop' });
        const strangers = { ...place, people: [code.to] };
        expect(readHandOverCode(textOf(code), strangers)).toEqual({ ok: false, reason: 'unknown_person' });
      }),
    );
  });

  test('is never made of an id that no phone has made', () => {
    const code = { kind: 'answer', settlementId: 'settlement:1', from: 'olga', to: 'omar' } as const;
    expect(handOverCode({ ...code, amount: money(1) }, 'ws-1')).toBeUndefined();
  });

  test('whatever is scanned or pasted is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 80 }).map(toBase32)), (text) => {
        expect(['unreadable', 'newer', 'other_workshop', 'unknown_person', undefined]).toContain(
          (readHandOverCode(text, place) as { reason?: string }).reason,
        );
      }),
    );
  });
});

test('bytes become text and bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect([...(fromBase32(toBase32(bytes)) ?? [])].slice(0, bytes.length)).toEqual([...bytes]);
    }),
  );
});
