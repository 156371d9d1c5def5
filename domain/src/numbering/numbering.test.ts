import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceCodeAt, deviceCodeSchema, nextDeviceCode, SERVER_CODE } from './device-code.ts';
import { jobNumber, jobNumberSchema, parseJobNumber } from './job-number.ts';
import { paperKindSchema, paperNumber, paperNumberSchema } from './paper-number.ts';

const COUNT = 26 * 9 + 26 * 26 * 9;
const codes = Array.from({ length: COUNT }, (_, index) => {
  const code = deviceCodeAt(index);
  return code.ok ? code.value : 'none';
});
const anyCode = fc.constantFrom(...codes, SERVER_CODE);

test('codes run from A1 to Z9 and on from AA1 to ZZ9', () => {
  expect(codes.slice(0, 11)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'B1', 'B2']);
  expect([codes[233], codes[234], codes[243], codes.at(-1)]).toEqual(['Z9', 'AA1', 'AB1', 'ZZ9']);
  expect(deviceCodeAt(COUNT)).toEqual({ ok: false, reason: 'exhausted' });
  expect(() => deviceCodeAt(-1)).toThrow(RangeError);
});

test('every code is given once, is a code, and is never the server’s', () => {
  expect(new Set(codes).size).toBe(COUNT);
  expect(codes.every((code) => deviceCodeSchema.safeParse(code).success)).toBe(true);
  expect(codes).not.toContain(SERVER_CODE);
  expect(deviceCodeSchema.parse(SERVER_CODE)).toBe('R0');
});

test.each(['', 'A0', 'a1', 'AAA1', 'A10', '1A', 'R0 '])('%j is no code', (code) => {
  expect(deviceCodeSchema.safeParse(code).success).toBe(false);
});

test('a workshop gives its codes in order, leaving none out, until there are none', () => {
  const used: string[] = [SERVER_CODE];
  for (let index = 0; index < 300; index += 1) {
    const next = nextDeviceCode(used);
    expect(next).toEqual({ ok: true, value: codes[index] });
    if (next.ok) used.push(next.value);
  }
  expect(nextDeviceCode(codes)).toEqual({ ok: false, reason: 'exhausted' });
});

test('a code in use is never given again', () => {
  fc.assert(
    fc.property(fc.subarray(codes.slice(0, 60)), (used) => {
      const next = nextDeviceCode(used);
      expect(next.ok && !used.includes(next.value)).toBe(true);
    }),
  );
});

test('job numbers have at least four digits and grow', () => {
  expect(jobNumber('A1', 42)).toEqual({ ok: true, value: 'A1-0042' });
  expect(jobNumber('AA1', 12_345)).toEqual({ ok: true, value: 'AA1-12345' });
  expect(jobNumber('AA1', 9_999_999_999)).toEqual({ ok: true, value: 'AA1-9999999999' });
  expect(jobNumber('AA1', 10_000_000_000)).toEqual({ ok: false, reason: 'exhausted' });
});

test.each([
  ['A0', 1],
  ['A1', 0],
  ['A1', 1.5],
  ['A1', -1],
])('numbering with %s and %d is a bug', (code, n) => {
  expect(() => jobNumber(code, n)).toThrow(RangeError);
  expect(() => paperNumber('invoice', code, '2627', n)).toThrow(RangeError);
});

test('a job’s number reads back into its parts', () => {
  fc.assert(
    fc.property(anyCode, fc.integer({ min: 1, max: 2 ** 33 }), (code, n) => {
      const number = jobNumber(code, n);
      expect(number.ok && parseJobNumber(jobNumberSchema.parse(number.value))).toEqual({ code, n });
    }),
  );
});

test.each(['', 'A1', 'A1-42', 'A1-00042', 'A1-0000', 'a1-0042', 'A0-0042', 'A1-0042x', 'AA1-99999999999'])(
  '%j is no job number',
  (text) => {
    expect(parseJobNumber(text)).toBeUndefined();
  },
);

test.each([
  ['invoice', 'A1', 1, 'A1/2627/000001'],
  ['creditNote', 'A1', 1, 'A1/2627/C00001'],
  ['receipt', 'A1', 12, 'A1/2627/R00012'],
  ['bill', 'A1', 12, 'A1/2627/B00012'],
  ['invoice', 'AA1', 1, 'AA1/2627/00001'],
  ['creditNote', 'AA1', 9999, 'AA1/2627/C9999'],
  ['invoice', 'R0', 999_999, 'R0/2627/999999'],
] as const)('the %s of %s number %d is %s', (kind, code, n, number) => {
  expect(paperNumber(kind, code, '2627', n)).toEqual({ ok: true, value: number });
});

test('a series that is full says so instead of growing', () => {
  expect(paperNumber('invoice', 'A1', '2627', 1_000_000)).toEqual({ ok: false, reason: 'exhausted' });
  expect(paperNumber('creditNote', 'AA1', '2627', 10_000)).toEqual({ ok: false, reason: 'exhausted' });
  expect(() => paperNumber('invoice', 'A1', '26-27', 1)).toThrow(RangeError);
});

test('every paper number has fourteen allowed characters and is unlike any other', () => {
  const paper = fc.tuple(
    fc.constantFrom(...paperKindSchema.options),
    anyCode,
    fc.constantFrom('2526', '2627'),
    fc.integer({ min: 1, max: 9999 }),
  );
  fc.assert(
    fc.property(paper, paper, (a, b) => {
      const [first, second] = [paperNumber(...a), paperNumber(...b)];
      if (!first.ok || !second.ok) throw new Error('no number');
      expect(first.value).toMatch(/^[A-Za-z0-9/-]{14}$/);
      expect(paperNumberSchema.safeParse(first.value).success).toBe(true);
      expect(first.value === second.value).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
