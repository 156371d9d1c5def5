// @vitest-environment happy-dom
import type { AnyDocument, DeviceList } from '@revops/domain';
import { afterEach, expect, it } from 'vitest';
import { answering, openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { serverDocument } from '#src/data/testing/phone.ts';
import { DevicesScreen } from './devices-screen.tsx';

let screen: OpenScreen;
afterEach(() => screen.close());

const documents: AnyDocument[] = [
  serverDocument({
    _id: 'member:imran',
    type: 'member',
    name: 'Imran Shaikh',
    role: 'manager',
    active: true,
    phone: '+919822022222',
    stamps: {},
  }),
  serverDocument({
    _id: 'device:d2',
    type: 'device',
    userId: 'imran',
    code: 'A2',
    label: 'Chrome on Android',
    issued: 9,
    lastHeard: '2026-05-01T04:00:00.000Z',
    stamps: {},
  }),
];

const listOf = (more: Partial<DeviceList['items'][number]> = {}): DeviceList => ({
  items: [
    {
      id: 'd2',
      code: 'A2',
      label: 'Chrome on Android',
      user: { id: 'imran', name: 'Imran Shaikh' },
      issued: 9,
      held: 6,
      notAccepted: 1,
      missing: 2,
      gaps: [[8, 9]],
      ...more,
    },
  ],
});

async function ask(): Promise<void> {
  await screen.press(/^A2/);
  await screen.says('number 8–9');
  await screen.press('Sign out for good');
  await screen.says('Sign A2 out for good?');
}

it('is asked about with what may be on that phone alone, and does nothing when it is kept', async () => {
  screen = await openScreen(<DevicesScreen />, { 'GET /api/devices': answering.with(listOf()) }, documents);
  await ask();
  await screen.says('2 entries of it have not arrived. They are only on that phone.');
  await screen.says(/Last heard .* whatever was written on it since is only there/);
  await screen.press('Keep it');
  await screen.answered();
  expect(screen.asked.map(({ call }) => call)).toEqual(['GET /api/devices']);
});

it('signs the phone out, once, and asks for the phones anew', async () => {
  let list = listOf();
  screen = await openScreen(
    <DevicesScreen />,
    {
      'GET /api/devices': () => Response.json(list),
      'POST /api/devices/d2/revoke': () => {
        list = listOf({ closed: true, revokedAt: '2026-05-01T06:00:00.000Z' });
        return Response.json({ id: 'd2', closed: true });
      },
    },
    documents,
  );
  await ask();
  await screen.press('Sign out for good');
  await screen.answered();
  expect(screen.asked.map(({ call }) => call)).toEqual([
    'GET /api/devices',
    'POST /api/devices/d2/revoke',
    'GET /api/devices',
  ]);
});

it('stays asked without signal and says so', async () => {
  screen = await openScreen(<DevicesScreen />, { 'GET /api/devices': answering.with(listOf()) }, documents);
  await ask();
  await screen.press('Sign out for good');
  await screen.says('Needs signal: only the server can do this.');
  expect(screen.question()).toBe('Sign A2 out for good?');
});
