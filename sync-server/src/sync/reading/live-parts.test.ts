import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { EventLoopLag } from './event-loop-lag.ts';
import { LiveConnections, type LiveConnection } from './live-connections.ts';
import { defaultLiveLimits } from './live-limits.ts';
import { LiveLoad } from './live-load.ts';
import { LiveScans } from './live-scans.ts';
import { writeLines } from './write-lines.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('readings of the store', () => {
  it('run a few at a time, workshops in turn, each workshop in order', async () => {
    const scans = new LiveScans(2);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const scan = (workshop: string, name: string) =>
      scans.run(workshop, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = ['big1', 'big2', 'big3', 'big4', 'big5'].map((name) => scan('big', name));
    all.push(scan('small', 'small1'), scan('third', 'third1'));
    expect(begun).toEqual(['big1', 'big2']);
    expect([scans.running, scans.waiting]).toEqual([2, 5]);
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await settled();
    }
    await Promise.all(all);
    expect(begun).toEqual(['big1', 'big2', 'big3', 'small1', 'third1', 'big4', 'big5']);
    expect([scans.running, scans.waiting]).toEqual([0, 0]);
  });

  it('hand on what fails and go on', async () => {
    const scans = new LiveScans(1);
    const failed = scans.run('a', () => Promise.reject(new Error('no')));
    const next = scans.run('a', () => Promise.resolve(7));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe(7);
  });
});

describe('live connections', () => {
  const connection = (userId: string, ended: string[], name = userId): LiveConnection => {
    return { userId, workshopId: 'ws', end: () => ended.push(name) };
  };

  it('end a person’s oldest when there are too many, and nobody else’s', () => {
    const ended: string[] = [];
    const connections = new LiveConnections(2);
    const first = connection('asha', ended, 'first');
    connections.enter(connection('ben', ended));
    for (const each of [first, connection('asha', ended, 'second'), connection('asha', ended, 'third')])
      connections.enter(each);
    expect(ended).toEqual(['first']);
    connections.leave(first);
    expect(connections.count).toBe(3);
    expect(connections.ofWorkshop('ws')).toBe(3);
  });

  it('are forgotten once they are gone', () => {
    const connections = new LiveConnections(20);
    const all = Array.from({ length: 30 }, (_, index) => connection(`p${index % 3}`, []));
    for (const each of all) connections.enter(each);
    for (const each of [...all, ...all]) connections.leave(each);
    expect([connections.count, connections.ofWorkshop('ws')]).toEqual([0, 0]);
  });
});

describe('overload', () => {
  const load = (given: { lag?: number; queued?: number; count?: number; here?: number }, random = 0) =>
    new LiveLoad({
      limits: defaultLiveLimits,
      scans: { waiting: given.queued ?? 0 },
      connections: { count: given.count ?? 0, ofWorkshop: () => given.here ?? 0 },
      lagMs: () => given.lag ?? 0,
      random: () => random,
    });

  it('refuses newcomers while timers run late or too many readings queue', () => {
    expect(load({}).refusal('ws', true)).toBeUndefined();
    for (const busy of [{ lag: 1500 }, { queued: 1000 }]) {
      expect(load(busy).refusal('ws', false)?.code).toBe('unavailable');
      expect(load(busy).refusal('ws', true)?.code).toBe('unavailable');
    }
  });

  it('refuses only those who want to wait where there is no room to wait', () => {
    for (const full of [{ count: 15_000 }, { here: 5000 }]) {
      expect(load(full).refusal('ws', true)).toBeDefined();
      expect(load(full).refusal('ws', false)).toBeUndefined();
    }
  });

  it('spreads the times at which they come back', () => {
    const seconds = [0, 0.5, 0.999].map((random) => load({ lag: 9999 }, random).refusal('ws', true));
    expect(seconds.map((refusal) => refusal?.retryAfterSeconds)).toEqual([5, 13, 20]);
  });

  it('is not one long pause but several measurements that are late', () => {
    let now = 0;
    const lag = new EventLoopLag(() => now);
    const measure = (afterMs: number): number => {
      now += afterMs;
      lag.measure();
      return lag.ms;
    };
    for (let count = 0; count < 5; count += 1) measure(500);
    expect(measure(5500)).toBe(0);
    expect(measure(2500)).toBe(0);
    expect(measure(2500)).toBe(2000);
    for (let count = 0; count < 3; count += 1) measure(500);
    expect(lag.ms).toBe(0);
  });
});

describe('writing to a reader', () => {
  it('waits until what was written is taken', async () => {
    const to = new PassThrough({ highWaterMark: 64 });
    let isDone = false;
    const lines = Array.from({ length: 50 }, (_, index) => ({ index, text: 'x'.repeat(20) }));
    const writing = writeLines(to, lines, 5000).then(() => (isDone = true));
    await settled();
    expect(isDone).toBe(false);
    expect(to.writableLength).toBeLessThan(200);
    to.setEncoding('utf8');
    let text = '';
    to.on('data', (chunk: string) => (text += chunk));
    await writing;
    await settled();
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { index: number }).index),
    ).toEqual(lines.map((line) => line.index));
    expect(to.listenerCount('drain')).toBe(0);
  });

  it('gives up a reader that takes nothing, or has gone', async () => {
    const lines = Array.from({ length: 50 }, () => 'x'.repeat(50));
    await expect(writeLines(new PassThrough({ highWaterMark: 8 }), lines, 5)).rejects.toThrow('aborted');
    const gone = new PassThrough({ highWaterMark: 8 });
    const writing = writeLines(gone, lines, 5000);
    gone.destroy();
    await expect(writing).rejects.toThrow('gone');
  });
});
