import { describe, expect, it } from 'vitest';
import { LiveClock } from './live-clock.ts';

function clockAt(start: number): { clock: LiveClock; to: (ms: number) => void } {
  let now = start;
  const clock = new LiveClock(50, () => now);
  const to = (ms: number): void => {
    now = start + ms;
    clock.advance();
  };
  return { clock, to };
}

describe('shared clock', () => {
  it('rings once it is time and not before, at most a tick late', () => {
    const { clock, to } = clockAt(1234);
    const rung: number[] = [];
    for (const ms of [0, 10, 100, 149, 1000]) clock.after(ms, () => rung.push(ms));
    to(9);
    expect(rung).toEqual([]);
    to(99);
    expect(rung).toEqual([0, 10]);
    to(200);
    expect(rung).toEqual([0, 10, 100, 149]);
    to(5000);
    expect(rung).toEqual([0, 10, 100, 149, 1000]);
  });

  it('keeps silent about what was called off, also while ringing', () => {
    const { clock, to } = clockAt(0);
    const rung: string[] = [];
    const second = { cancel: () => undefined as unknown };
    clock.after(100, () => {
      rung.push('first');
      second.cancel();
    });
    Object.assign(
      second,
      clock.after(100, () => rung.push('second')),
    );
    to(1000);
    expect(rung).toEqual(['first']);
  });

  it('rings again where the ring sets the next one, as heartbeats do', () => {
    const { clock, to } = clockAt(7);
    let beats = 0;
    const beat = (): void => {
      beats += 1;
      clock.after(100, beat);
    };
    clock.after(100, beat);
    for (let ms = 50; ms <= 1000; ms += 50) to(ms);
    expect(beats).toBeGreaterThanOrEqual(6);
    expect(beats).toBeLessThanOrEqual(10);
    to(100_000);
    const after = beats;
    to(100_150);
    expect(beats).toBe(after + 1);
  });

  it('never rings for an endless wait', () => {
    const { clock, to } = clockAt(0);
    let rung = false;
    clock.after(Number.POSITIVE_INFINITY, () => (rung = true));
    to(1e12);
    expect(rung).toBe(false);
  });
});
