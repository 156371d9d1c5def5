// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BackupList } from './backup-list.tsx';

let root: Root;
let container: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.createElement('div');
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

it('puts a failure first, in the words of the server, and marks what was not verified', async () => {
  const item = { at: '2026-11-20T02:30:00.000Z', bytes: 4_200_000, workshops: 1, verified: true };
  const list = {
    configured: true,
    lastGood: item.at,
    failing: { since: '2026-11-21T02:30:00.000Z', words: 'There is no room left.' },
    schedule: { at: '02:30', next: '2026-11-22T02:30:00.000Z' },
    items: [{ ...item, at: '2026-11-21T02:30:00.000Z', verified: false }, item],
  };
  await act(async () => root.render(<BackupList list={list} />));
  expect(container.querySelector('[role=alert]')?.textContent).toContain('There is no room left.');
  const rows = Array.from(container.querySelectorAll('li'), (row) => row.textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('Not checked');
  expect(rows[1]).toContain('Checked');
});

it('says who has to do something where no backups are set up', async () => {
  await act(async () => root.render(<BackupList list={{ configured: false, items: [] }} />));
  expect(container.textContent).toContain('BACKUP_DIR');
});
