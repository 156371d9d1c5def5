import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareId, documentId, idSchema, typeOf } from './document-id.ts';
import { uuidSchema, uuidv7 } from './uuidv7.ts';

// The example of RFC 9562, appendix A.6.
const RFC_MS = 0x017f22e279b0;
const RFC_RANDOM = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];

test('makes the UUID of the RFC', () => {
  expect(uuidv7(RFC_MS, () => Uint8Array.from(RFC_RANDOM))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('does not change the bytes it was given', () => {
  const given = Uint8Array.from(RFC_RANDOM);
  uuidv7(RFC_MS, () => given);
  expect([...given]).toEqual(RFC_RANDOM);
});

test('is always a version 7 UUID that sorts by its time', () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
  const time = fc.nat({ max: 2 ** 48 - 1 });
  fc.assert(
    fc.property(time, time, random, random, (a, b, left, right) => {
      const [first, second] = [uuidv7(a, () => left), uuidv7(b, () => right)];
      expect(uuidSchema.parse(first)).toMatch(/^.{14}7.{4}[89ab]/);
      expect(a >= b || first < second).toBe(true);
    }),
  );
});

test('an id gives back the parts it was made of', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('job', 'paymentDecision', 'invoice'),
      fc.uuid(),
      fc.nat(),
      (type, uuid, turn) => {
        const id = documentId(type, `${uuid}:${turn}`);
        expect([typeOf(id), bareId(id)]).toEqual([type, `${uuid}:${turn}`]);
        expect(idSchema.parse(id)).toBe(id);
      },
    ),
  );
});

test('a bare id has no type and is itself', () => {
  expect(typeOf('017f22e2-79b0')).toBe('');
  expect(bareId('017f22e2-79b0')).toBe('017f22e2-79b0');
});

test.each(['', 'job', 'job:', ':x', '_design/x', 'Job:1', 'job:a b', 'job:_x', `job:${'x'.repeat(200)}`])(
  '%j is no id',
  (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  },
);

test('ids of papers and of the workshop itself are ids', () => {
  expect(idSchema.safeParse('invoice:A1/2627/000001').success).toBe(true);
  expect(idSchema.safeParse('workshop:self').success).toBe(true);
});
