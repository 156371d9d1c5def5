import { backupListSchema, type BackupList } from '@revops/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BackupStates } from '../backup/schedule/backup-state.ts';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '../testing/start-server.ts';

const times = { kind: 'daily', minute: 150 } as const;
const backup = { dir: '/backups', key: undefined, times, keepDays: 30, bucket: undefined };
let server: TestServer;
let plain: TestServer;

beforeAll(async () => {
  [server, plain] = await Promise.all([startServer({ config: { backup } }), startServer()]);
});
afterAll(() => Promise.all([server.stop(), plain.stop()]));

it('tells an owner when the last good backup was, when the next comes and what goes wrong', async () => {
  const owner = await registerOwner(server);
  await new BackupStates(server.context.system).change((state) => ({
    ...state,
    lastGood: '2026-11-20T02:30:00.000Z',
    lastAttempt: '2026-11-21T02:31:00.000Z',
    failing: { since: '2026-11-21T02:31:00.000Z', words: 'There is no room left where backups are written.' },
    items: [
      { name: 'revops-x.rbk', at: '2026-11-20T02:30:00.000Z', bytes: 5000, workshops: 1, verified: true },
    ],
  }));
  const { body } = await server.call<BackupList>('/api/backups', { token: owner.accessToken });
  expect(body).toEqual({
    configured: true,
    schedule: { at: '02:30', next: '2026-11-21T03:01:00.000Z' },
    lastGood: '2026-11-20T02:30:00.000Z',
    failing: { since: '2026-11-21T02:31:00.000Z', words: 'There is no room left where backups are written.' },
    items: [{ at: '2026-11-20T02:30:00.000Z', bytes: 5000, workshops: 1, verified: true }],
  });
  expect(backupListSchema.safeParse(body).success).toBe(true);
});

it('says so where nobody has set any up', async () => {
  const owner = await registerOwner(plain);
  const { body } = await plain.call('/api/backups', { token: owner.accessToken });
  expect(body).toEqual({ configured: false, items: [] });
});

it('is for owners only', async () => {
  const owner = await registerOwner(plain);
  const manager = await joinWorkshop(plain, owner);
  expect((await plain.call('/api/backups')).status).toBe(401);
  expect((await plain.call('/api/backups', { token: manager.accessToken })).status).toBe(403);
});
