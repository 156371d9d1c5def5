import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';

const always = (byte: number) => new Backoff(() => Uint8Array.of(byte));
const pauses = (backoff: Backoff, count: number): number[] =>
  Array.from({ length: count }, () => backoff.next());

describe('pauses between attempts', () => {
  it('grow, and stay under ten seconds for the first minutes whatever the jitter', () => {
    const first = pauses(always(255), 60);
    expect(first[0]).toBeLessThan(first[2] ?? 0);
    expect(Math.max(...first)).toBeLessThan(10_000);
  });

  it('grow to a minute when nobody has answered for long', () => {
    expect(pauses(always(128), 80).at(-1)).toBe(60_000);
  });

  it('never come before the time that the server asked for', () => {
    expect(always(0).next(20_000)).toBe(20_000);
  });

  it('begin anew after an answer', () => {
    const backoff = always(128);
    pauses(backoff, 70);
    backoff.reset();
    expect(backoff.next()).toBe(1000);
  });
});
