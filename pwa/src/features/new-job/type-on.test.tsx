// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fieldNamed } from '#src/components/testing/by-name.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { NewJobScreen } from './new-job-screen.tsx';

let screen: OpenScreen;
beforeEach(() => {
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
});
afterEach(async () => screen.close());

it('what is typed right after Enter in the plate stands in the phone number from its first digit', async () => {
  screen = await openScreen(<NewJobScreen />, {});
  await screen.says('Number plate');
  const plate = fieldNamed(document.body, 'Number plate');
  await screen.type('Number plate', 'MH12AB1234');
  await act(async () => {
    plate.focus();
    plate.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    // In the same turn, as a fast thumb on a slow phone: nothing is waited for.
    const field = document.activeElement as HTMLInputElement;
    // As a browser sets it: React hears only of values that it has not set itself.
    const typed = `${field.value}9`;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(fieldNamed(document.body, 'Phone').value).toBe('9');
  expect(plate.value).toBe('MH 12 AB 1234');
});
