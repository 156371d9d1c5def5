import type { CopiedDocument, DeviceCopy } from './copy-format.ts';

/** A payment as a phone writes it into a copy; for tests. */
export function payment(n: number, amount: number, createdBy = 'meera'): CopiedDocument {
  const hash = String(n).padStart(32, '0');
  return {
    _id: `payment:${n}`,
    type: 'payment',
    amount,
    kind: 'partial',
    method: 'cash',
    createdAt: `2026-02-0${n}T10:00:00.000Z`,
    createdBy,
    device: 'd1',
    n,
    _rev: `1-${hash}`,
    _revisions: { start: 1, ids: [hash] },
  };
}

/** A copy of Meera's phone; for tests. */
export const copyOf = (given: Partial<DeviceCopy>): DeviceCopy => ({
  format: 'revops-device-export',
  version: 1,
  exportedAt: '2026-02-10T10:00:00.000Z',
  person: { id: 'meera', name: 'Meera' },
  workshop: { id: 'ws1', name: 'Rao Motors' },
  device: { id: 'd1', code: 'B2', issued: 9 },
  journal: [],
  tray: [],
  ...given,
});
