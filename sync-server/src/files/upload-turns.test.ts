import { expect, it } from 'vitest';
import { AtOnce } from './at-once.ts';
import { UploadTurns } from './upload-turns.ts';

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

it('ends the older request of a file before the newer begins', async () => {
  const turns = new UploadTurns();
  const order: string[] = [];
  let begun: () => void = () => undefined;
  const begins = new Promise<void>((resolve) => (begun = resolve));
  const older = turns.take('a', async (signal) => {
    order.push('older begins');
    begun();
    await untilAborted(signal).finally(() => order.push('older ends'));
  });
  await begins;
  const newer = turns.take('a', () => Promise.resolve(order.push('newer')));
  await expect(older).rejects.toMatchObject({ code: 'conflict' });
  await newer;
  expect(order).toEqual(['older begins', 'older ends', 'newer']);
});

it('lets of many that ask at once only the last one through, and files apart go side by side', async () => {
  const turns = new UploadTurns();
  const hung = turns.take('a', untilAborted);
  const rest = [1, 2, 3].map((n) => turns.take('a', () => Promise.resolve(n)));
  const elsewhere = await turns.take('b', () => Promise.resolve('b'));
  const outcomes = await Promise.allSettled([hung, ...rest]);
  expect(elsewhere).toBe('b');
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
});

it('bounds what one person and what everybody sends at once, and frees the places', async () => {
  const places = new AtOnce({ person: 2, process: 3 });
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const running = ['asha', 'asha', 'manoj'].map((person) => places.run(person, () => gate));
  await expect(places.run('asha', () => gate)).rejects.toMatchObject({ code: 'rate_limited' });
  await expect(places.run('meera', () => gate)).rejects.toMatchObject({ code: 'unavailable' });
  release();
  await Promise.all(running);
  expect(await places.run('meera', () => Promise.resolve('in'))).toBe('in');
});
