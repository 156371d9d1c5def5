import { expect, test, vi } from 'vitest';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { beatMs, silentMs, startBeating, type BeatChannel, type BeatMessage } from './beat.ts';
import { electEngine } from './elect.ts';

class Air {
  readonly #ears = new Set<{ hear: (message: BeatMessage) => void; isFrozen: () => boolean }>();

  channel(isFrozen: () => boolean = () => false): BeatChannel {
    const ear = { hear: (_message: BeatMessage): void => undefined, isFrozen };
    this.#ears.add(ear);
    return {
      say: (message) => {
        for (const other of this.#ears) if (other !== ear && !other.isFrozen()) other.hear(message);
      },
      hear: (listener) => {
        ear.hear = listener;
      },
      close: () => this.#ears.delete(ear),
    };
  }
}

interface Tab {
  isFrozen: boolean;
  isRunning: boolean;
  runs: number;
  end(): void;
  close(): void;
}

function setUp() {
  vi.useFakeTimers();
  const [locks, air] = [new FakeLocks(), new Air()];
  const openTab = (): Tab => {
    const tab: Tab = {
      isFrozen: false,
      isRunning: false,
      runs: 0,
      end: () => undefined,
      close: () => undefined,
    };
    const timers = {
      setInterval: (run: () => void, ms: number) => setInterval(() => !tab.isFrozen && run(), ms),
      clearInterval: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
    };
    const openChannel = () => air.channel(() => tab.isFrozen);
    tab.close = electEngine({
      ...timers,
      name: 'engine',
      locks,
      openChannel,
      now: () => Date.now(),
      rest: () => Promise.resolve(),
      async run(signal) {
        tab.isRunning = true;
        tab.runs += 1;
        const stopBeating = startBeating(openChannel(), timers);
        const end = await new Promise<'over' | 'again'>((resolve) => {
          tab.end = () => resolve('over');
          signal.addEventListener('abort', () => resolve('again'));
        });
        stopBeating();
        tab.isRunning = false;
        return end;
      },
      onError: (error) => {
        throw error;
      },
    });
    return tab;
  };
  return { openTab, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test('the first tab runs the engine, the next one when the first is closed', async () => {
  const { openTab, pass } = setUp();
  const [first, second] = [openTab(), openTab()];
  await pass(60_000);
  expect([first.isRunning, second.isRunning]).toEqual([true, false]);
  first.close();
  await pass(0);
  expect([first.isRunning, second.isRunning]).toEqual([false, true]);
});

test('a holder that is frozen loses the lock, and waits for it again once it thaws', async () => {
  const { openTab, pass } = setUp();
  const [first, second] = [openTab(), openTab()];
  await pass(0);
  first.isFrozen = true;
  await pass(silentMs - 1);
  expect(second.isRunning).toBe(false);
  await pass(2 * beatMs);
  expect(second.isRunning).toBe(true);
  first.isFrozen = false;
  await pass(60_000);
  expect([first.isRunning, second.isRunning]).toEqual([false, true]);
  second.close();
  await pass(0);
  expect(first.isRunning).toBe(true);
});

test('a waiting tab that was frozen itself does not take a living holder for a dead one', async () => {
  const { openTab, pass } = setUp();
  const [first, second] = [openTab(), openTab()];
  await pass(0);
  second.isFrozen = true;
  await pass(300_000);
  second.isFrozen = false;
  await pass(60_000);
  expect([first.isRunning, second.isRunning]).toEqual([true, false]);
  expect([first.runs, second.runs]).toEqual([1, 0]);
});

test('several waiting tabs end with one engine', async () => {
  const { openTab, pass } = setUp();
  const tabs = [openTab(), openTab(), openTab(), openTab()];
  await pass(0);
  if (tabs[0] !== undefined) tabs[0].isFrozen = true;
  await pass(120_000);
  expect(tabs.slice(1).filter(({ isRunning }) => isRunning)).toHaveLength(1);
  expect(tabs.reduce((sum, { runs }) => sum + runs, 0)).toBeLessThanOrEqual(5);
});

test('an engine that says that all is over is not run again', async () => {
  const { openTab, pass } = setUp();
  const tab = openTab();
  await pass(0);
  tab.end();
  await pass(60_000);
  expect([tab.isRunning, tab.runs]).toEqual([false, 1]);
});
