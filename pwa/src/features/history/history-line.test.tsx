// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AuditLine } from '#src/data/server/audit.ts';
import { HistoryLine } from './history-line.tsx';

let root: Root;
let container: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.createElement('ol');
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const accepted: AuditLine = {
  at: '2026-11-20T06:00:00.000Z',
  who: { id: 'asha', name: 'Asha' },
  device: { id: 'd1', code: 'A1' },
  rev: '1-a',
  created: true,
  flags: ['recovered'],
};

const shown = async (line: AuditLine): Promise<string> => {
  const names = new Map([['ravi', 'Ravi Kumar']]);
  const personName = (id: string): string => names.get(id) ?? '';
  await act(async () => root.render(<HistoryLine line={line} type="payment" personName={personName} />));
  return container.textContent;
};

it('tells of what came back after a restore whose phone had offered it, beside who let it in', async () => {
  const offeredBy = { who: { id: 'ravi' }, device: { id: 'd2', code: 'B2', label: 'Redmi' } };
  const text = await shown({ ...accepted, offeredBy });
  expect(text).toContain('The copy was on the phone of Ravi Kumar · B2 · Redmi.');
  expect(text).toContain('Asha · A1');
});

it('says nothing of a phone where nobody offered it', async () => {
  expect(await shown(accepted)).not.toContain('The copy was');
});
