import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@revops/domain';
import { afterEach, expect, it } from 'vitest';
import { archiveOf, testKey } from '../testing/backup-kit.ts';
import { registerOwner, startServer, type TestServer } from '../testing/start-server.ts';
import { Phone, typed } from '../testing/sync-kit.ts';
import { openEmbeddedStore } from '../store/embedded/embedded-store-server.ts';
import { diskFileStores } from '../store/files/disk-file-stores.ts';
import { ownSecrets, restoreSecrets } from './own-secrets.ts';
import { restoreArchive } from './restoring/restore-archive.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function start(dataDir: string): Promise<TestServer> {
  const server = await startServer({ config: { dataDir } });
  servers.push(server);
  return server;
}

const scratch = (): Promise<string> => mkdtemp(join(tmpdir(), 'revops-restored-'));

/** Another machine, that has nothing but the archive. */
async function restored(path: string, secrets: string | undefined): Promise<TestServer> {
  const folder = await scratch();
  if (secrets !== undefined) await restoreSecrets({ dataDir: folder }, secrets);
  const stores = await openEmbeddedStore({ folder });
  const target = { stores, files: diskFileStores(folder) };
  await restoreArchive(target, { path, key: testKey, now: Date.now, into: 'empty', replace: false });
  await stores.close();
  return start(folder);
}

const refresh = (server: TestServer, refreshToken: string | undefined) =>
  server.call<Session>('/api/auth/refresh', { body: { refreshToken } });

it('a phone goes on with the token it has, although the server is back at an older one', async () => {
  const server = await start(await scratch());
  const owner = await registerOwner(server);
  const { path } = await archiveOf(server.context);
  let token = owner.refreshToken;
  for (let turn = 0; turn < 3; turn += 1) token = (await refresh(server, token)).body.refreshToken;
  const again = await restored(path, await ownSecrets(server.config));
  const answer = await refresh(again, token);
  expect(answer.status).toBe(200);
  expect((await refresh(again, answer.body.refreshToken)).status).toBe(200);
});

it('without the keys of before everybody signs in with the password, on the same device', async () => {
  const server = await start(await scratch());
  const owner = await registerOwner(server);
  const { path } = await archiveOf(server.context);
  const again = await restored(path, undefined);
  expect((await refresh(again, owner.refreshToken)).status).toBe(401);
  const signedIn = await again.call<Session>('/api/auth/login', {
    body: { email: owner.user.email, password: 'correct horse' },
    headers: { 'x-device-id': owner.device?.id ?? '', 'x-device-issued': '0' },
  });
  expect(signedIn.status).toBe(200);
  expect(signedIn.body.device?.code).toBe(owner.device?.code);
});

it('what was erased after the backup stays erased, and the log of it grows only', async () => {
  const server = await start(await scratch());
  const owner = await registerOwner(server);
  const phone = new Phone(server, owner);
  const opened = phone.openJob();
  await phone.send(opened);
  const { _id: id } = typed(opened, 'customer');
  const { path } = await archiveOf(server.context);
  const erased = await server.call('/api/erasures', {
    token: owner.accessToken,
    body: { ids: [id], reason: 'asked' },
  });
  expect(erased.status).toBeLessThan(300);
  const { stores, files } = server.context;
  const options = { path, key: testKey, now: Date.now, into: 'existing', replace: true } as const;
  await restoreArchive({ stores, files }, options);
  const store = await stores.open(`ws-${owner.workshop.id}`);
  expect(await store.get(id)).toBeUndefined();
  const [tombstone] = await store.leaves(id);
  expect(tombstone).toMatchObject({ _deleted: true, erased: true });
  const log = await stores.open('revops-erasures');
  expect(await log.allDocs({ startId: 'erasure:', endId: 'erasure:\uffff' })).toHaveLength(1);
});

it('a place from before the restore is good no more', async () => {
  const server = await start(await scratch());
  const owner = await registerOwner(server);
  const phone = new Phone(server, owner);
  await phone.send(phone.openJob());
  const { last_seq: place } = await phone.changes();
  const { path } = await archiveOf(server.context);
  const again = await restored(path, await ownSecrets(server.config));
  const back = new Phone(again, { ...owner, ...(await refresh(again, owner.refreshToken)).body });
  expect((await back.changes(`since=${place}`)).restarted).toBe(true);
});
