import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { CouchError, type Send } from './couch-request.ts';
import { fetchSender } from './fetch-sender.ts';
import { setUp } from './set-up.ts';
import { followWithStandby } from './standby.ts';
import { jobId, standbyJobs } from './standby-jobs.ts';

const url = process.env['COUCHDB_URL'] ?? '';
const standbyUrl = process.env['COUCHDB_STANDBY_URL'] ?? '';
if (url === '' || standbyUrl === '')
  process.stdout.write('The standby was SKIPPED: COUCHDB_URL and COUCHDB_STANDBY_URL name two CouchDBs.\n');

const prefix = `t-${crypto.randomUUID().slice(0, 13)}-`;
const options = { url, standbyUrl, prefix };

async function removeAll(send: Send): Promise<void> {
  const names = (await send({ method: 'GET', path: '/_all_dbs' })) as readonly string[];
  for (const name of names.filter((one) => one.startsWith(prefix)))
    await send({ method: 'DELETE', path: `/${name}` });
}

async function removeJobs(send: Send): Promise<void> {
  for (const { database } of await standbyJobs(send, prefix)) {
    const path = `/_replicator/${encodeURIComponent(jobId(database))}`;
    const { _rev } = (await send({ method: 'GET', path })) as { readonly _rev: string };
    await send({ method: 'DELETE', path: `${path}?rev=${_rev}` });
  }
}

async function eventually<T>(read: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof CouchError) || Date.now() > deadline) throw error;
    }
    await pause(250);
  }
}

describe.runIf(url !== '' && standbyUrl !== '')('with COUCHDB_STANDBY_URL', () => {
  const send = fetchSender(url || 'http://localhost');
  const standby = fetchSender(standbyUrl || 'http://localhost', 'COUCHDB_STANDBY_URL');

  afterEach(async () => {
    await removeJobs(send);
    await removeAll(send);
    await removeAll(standby);
  });

  it(
    'follows every database, new ones too, is closed to everybody, and repeating it changes nothing',
    { timeout: 120_000 },
    async () => {
      await send({ method: 'PUT', path: `/${prefix}ws-rao?q=1` });
      await setUp(send, { prefix, tidy: false, say: () => undefined });
      expect(await followWithStandby(send, standby, options)).toHaveLength(2);
      expect(await followWithStandby(send, standby, options)).toEqual([]);
      await send({ method: 'PUT', path: `/${prefix}ws-rao/job:1`, body: { paid: 500 } });
      const found = await eventually(() => standby({ method: 'GET', path: `/${prefix}ws-rao/job:1` }));
      expect(found).toMatchObject({ paid: 500 });
      const security = await standby({ method: 'GET', path: `/${prefix}ws-rao/_security` });
      expect(security).toMatchObject({ members: { roles: ['_admin'] } });

      await send({ method: 'PUT', path: `/${prefix}ws-rao-files?q=1` });
      expect(await followWithStandby(send, standby, options)).toEqual([`${prefix}ws-rao-files: follows`]);
      await send({ method: 'PUT', path: `/${prefix}ws-rao-files/file:1`, body: {} });
      await eventually(() => standby({ method: 'GET', path: `/${prefix}ws-rao-files/file:1` }));
      const jobs = await standbyJobs(send, prefix);
      expect(jobs.map(({ database }) => database).toSorted()).toEqual(
        ['revops-system', 'ws-rao', 'ws-rao-files'].map((name) => prefix + name),
      );
    },
  );
});
