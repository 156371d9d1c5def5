import { expect, test } from 'vitest';
import type { DeviceView } from '#src/data/views.ts';
import { openDevices } from './open-devices.ts';

const now = '2026-02-10T12:00:00.000Z';
const device = (id: string, more: Partial<DeviceView> = {}): DeviceView => ({
  id,
  code: id,
  label: 'Phone',
  userId: 'imran',
  personName: 'Imran',
  lastHeard: '2026-02-10T11:30:00.000Z',
  missing: 0,
  closed: false,
  ...more,
});
const namesOf = (devices: readonly DeviceView[]): string[] => openDevices(devices, now).map(({ id }) => id);

test('a phone is named while entries of it are missing, and when it was not heard for an hour', () => {
  const silent = device('A2', { lastHeard: '2026-02-10T10:59:00.000Z' });
  const { lastHeard: _never, ...never } = device('A3');
  expect(namesOf([device('A1'), silent, never, device('A4', { missing: 2 })])).toEqual(['A4', 'A2', 'A3']);
});

test('a closed phone is named for what it issued, not for its silence', () => {
  const lastHeard = '2026-01-01T00:00:00.000Z';
  const lost = device('A2', { closed: true, missing: 3, lastHeard });
  expect(namesOf([device('A1', { closed: true, lastHeard }), lost])).toEqual(['A2']);
});
