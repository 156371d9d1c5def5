// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { beforeReload, reloadPage, reloadToHeal } from './reload.ts';

const reload = vi.fn<() => void>();
beforeEach(() => {
  reload.mockClear();
  sessionStorage.clear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
});

test('what is on its way to the disk is waited for, and forgotten once it was told so', async () => {
  let isWritten = false;
  const forget = beforeReload(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    isWritten = true;
  });
  await reloadPage();
  expect([isWritten, reload.mock.calls.length]).toEqual([true, 1]);
  forget();
  isWritten = false;
  await reloadPage();
  expect(isWritten).toBe(false);
});

test('a page that breaks again at once is not loaded a second time', async () => {
  expect(reloadToHeal()).toBe(true);
  expect(reloadToHeal()).toBe(false);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
});
