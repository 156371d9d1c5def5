import type { AnyDocument, Device } from '@revops/domain';
import { expect, test } from 'vitest';
import { writeMeta } from '../database/meta.ts';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { acknowledgeAll, opening, testPhone, type TestPhone } from '../testing/phone.ts';
import { devices } from './people.ts';

const owner = {
  userId: 'asha',
  name: 'Asha',
  deviceId: 'device-A1',
  deviceCode: 'A1',
  role: 'owner',
} as const;

/** The document in which the gateway says how far a phone has counted. */
const deviceOf = (id: string, issued: number, more: Partial<Device> = {}): AnyDocument => ({
  _id: `device:${id}`,
  type: 'device',
  schema: 1,
  createdAt: '2026-05-01T06:00:00.000Z',
  createdBy: 'asha',
  device: 'server',
  offset: 330,
  access: ['desk:asha'],
  stamps: {},
  userId: 'asha',
  code: id.slice(-2),
  label: 'Phone',
  issued,
  ...more,
});

const pull = (phone: TestPhone, body: AnyDocument) =>
  applyPulled(phone.db, [{ id: body._id, rev: `1-${'0'.repeat(32)}`, body }]);
const missingOf = async (phone: TestPhone, own: Parameters<typeof devices>[1] = owner) =>
  (await reading(phone.db, (tx) => devices(tx, own))).map(({ missing }) => missing);

test('an entry is here whether the server has it or only this phone', async () => {
  const phone = await testPhone({ role: 'owner' });
  await phone.save(opening());
  await pull(phone, deviceOf('device-A1', 1));
  expect(await missingOf(phone)).toEqual([0]);
  await acknowledgeAll(phone.db);
  expect(await missingOf(phone)).toEqual([0]);
  await pull(phone, { ...deviceOf('device-A1', 4), _id: 'device:device-A2' });
  expect(await missingOf(phone)).toEqual([0, 4]);
});

test('nothing is called missing while it may still be fetched, nor for whoever may not read everything', async () => {
  const phone = await testPhone({ role: 'owner' });
  await pull(phone, deviceOf('device-A1', 3));
  await writeMeta(phone.db, 'firstSync', { done: 1, total: 9, complete: false });
  expect(await missingOf(phone)).toEqual([undefined]);
  await writeMeta(phone.db, 'firstSync', { done: 9, total: 9, complete: true });
  expect(await missingOf(phone)).toEqual([3]);
  expect(await missingOf(phone, { ...owner, role: 'manager' })).toEqual([undefined]);
});

test('a closed phone keeps its last count', async () => {
  const phone = await testPhone({ role: 'owner' });
  await pull(phone, deviceOf('device-A2', 2, { closed: true, lastHeard: '2026-05-01T07:00:00.000Z' }));
  const [device] = await reading(phone.db, (tx) => devices(tx, owner));
  expect(device).toMatchObject({ closed: true, missing: 2, lastHeard: '2026-05-01T07:00:00.000Z' });
});
