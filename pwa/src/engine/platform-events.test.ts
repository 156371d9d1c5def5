// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenToPlatform } from './platform-events.ts';

let restarts = 0;
let stop: () => void;
let now = 0;
beforeEach(() => {
  restarts = 0;
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  stop = listenToPlatform(() => (restarts += 1));
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const show = (persisted: boolean): void => {
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
};

test('the network, a page that becomes visible and one out of the back cache begin anew at once', () => {
  dispatchEvent(new Event('online'));
  expect(restarts).toBe(1);
  now = 2000;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(restarts).toBe(2);
  now = 4000;
  show(true);
  expect(restarts).toBe(3);
});

test('a page that is only being loaded begins nothing anew', () => {
  show(false);
  expect(restarts).toBe(0);
});

test('the events of one return are one restart', () => {
  dispatchEvent(new Event('online'));
  now = 10;
  document.dispatchEvent(new Event('visibilitychange'));
  show(true);
  document.dispatchEvent(new Event('resume'));
  expect(restarts).toBe(1);
});

test('nothing is heard after the end', () => {
  stop();
  dispatchEvent(new Event('online'));
  expect(restarts).toBe(0);
});
