// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setCurrentDevice } from '#src/data/account/current-device.ts';
import { readDraft, writeDraft } from '#src/data/drafts/drafts.ts';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { testPhone, type TestPhone } from '#src/data/testing/phone.ts';
import type { SessionView } from '#src/data/views.ts';
import { Draft, type FormDraft } from './draft.tsx';

interface Values {
  readonly note: string;
}
interface Tab {
  readonly root: Root;
  readonly container: HTMLElement;
  draft: FormDraft<Values> | undefined;
}

let phone: TestPhone;
const tabs: Tab[] = [];

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('navigator', { locks: new FakeLocks(), language: 'en' });
  phone = await testPhone();
  setCurrentDevice({ db: phone.db, session: { userId: 'asha' } as unknown as SessionView });
});
afterEach(async () => {
  for (const { root } of tabs.splice(0)) await act(async () => root.unmount());
  setCurrentDevice(undefined);
  vi.unstubAllGlobals();
});

/** Both forms stand in one page here; their locks do not know that. */
async function open(): Promise<Tab> {
  const container = document.createElement('div');
  const tab: Tab = { root: createRoot(container), container, draft: undefined };
  tabs.push(tab);
  await act(async () => {
    tab.root.render(
      <Draft<Values> form="note" about="job:1">
        {(draft) => {
          tab.draft = draft;
          return draft.line;
        }}
      </Draft>,
    );
  });
  // The lock is waited for a moment.
  while (tab.draft === undefined) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
  return tab;
}

const place = { form: 'note', about: 'job:1' };

it('begins empty while another tab has the form, says so, and leaves its draft alone', async () => {
  const first = await open();
  expect(first.container.textContent).toBe('');
  first.draft?.keep({ note: 'first' });
  const second = await open();
  expect(second.container.textContent).toContain('Also open in another tab');
  expect([second.draft?.left, second.draft?.key]).toEqual([undefined, undefined]);
  second.draft?.keep({ note: 'second' });
  second.draft?.done();
  await act(async () => second.root.unmount());
  expect(await readDraft(phone.db, place)).toMatchObject({ values: { note: 'first' } });
});

it('takes up what the other tab left when it closed the form', async () => {
  await writeDraft(phone.db, place, { note: 'left' }, () => 0);
  const first = await open();
  expect(first.draft?.left).toEqual({ note: 'left' });
  first.draft?.keep({ note: 'more' });
  await act(async () => first.root.unmount());
  const second = await open();
  expect(second.draft?.left).toEqual({ note: 'more' });
});
