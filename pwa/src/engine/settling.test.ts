import { expect, test } from 'vitest';
import { Settling } from './settling.ts';

interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

function gate(): Gate {
  const doors: (() => void)[] = [];
  const passed = new Promise<void>((resolve) => doors.push(resolve));
  return { passed, open: () => doors.forEach((open) => open()) };
}

test('tasks run one after the other beside whoever brings them, up to a number of them', async () => {
  const settling = new Settling(2);
  const [first, order] = [gate(), [] as string[]];
  await settling.add(async () => {
    await first.passed;
    order.push('first');
  });
  order.push('not held');
  const second = settling.add(() => Promise.resolve(void order.push('second')));
  await Promise.resolve();
  expect(order).toEqual(['not held']);
  first.open();
  await second;
  expect(order).toEqual(['not held', 'first', 'second']);
});

test('after a failure nothing more is begun, and whoever brings the next or waits for the end hears of it', async () => {
  const settling = new Settling(5);
  const done: string[] = [];
  await settling.add(() => Promise.reject(new Error('the disk')));
  const next = settling.add(() => Promise.resolve(void done.push('next')));
  await next.catch(() => undefined);
  await expect(settling.end()).rejects.toThrow('the disk');
  await expect(settling.add(() => Promise.resolve(void done.push('late')))).rejects.toThrow('the disk');
  expect(done).toEqual([]);
});
