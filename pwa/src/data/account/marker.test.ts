import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetMarker, readMarkers, setMarker } from './marker.ts';

let held: string | null;
beforeEach(() => {
  held = null;
  vi.stubGlobal('localStorage', {
    getItem: () => held,
    setItem: (_key: string, value: string) => (held = value),
    removeItem: () => (held = null),
  });
});
afterEach(() => vi.unstubAllGlobals());

const mark = (key: string, unsent: number) => ({
  key,
  name: 'Imran',
  workshopName: 'Verma Motors',
  deviceCode: 'A1',
  unsent,
  at: '2026-05-01T06:00:00.000Z',
});

test('each person has one mark, with the last number of what only this phone has', () => {
  setMarker(mark('w1|imran', 0));
  setMarker(mark('w1|asha', 1));
  setMarker(mark('w1|imran', 3));
  expect(readMarkers().map(({ key, unsent }) => [key, unsent])).toEqual([
    ['w1|asha', 1],
    ['w1|imran', 3],
  ]);
  forgetMarker('w1|imran');
  forgetMarker('w1|asha');
  expect(held).toBeNull();
});

test.each(['{', '{}', '[1, null, {"key": 1}]', '[{"key":"a"}]'])('"%s" is no mark of ours', (text) => {
  held = text;
  expect(readMarkers()).toEqual([]);
});

test('where nothing can be remembered the app goes on', () => {
  vi.stubGlobal('localStorage', undefined);
  setMarker(mark('w1|imran', 1));
  expect(readMarkers()).toEqual([]);
});
