import { setTimeout as pause } from 'node:timers/promises';
import { fetchSender, standbyJobs } from '@revops/couchdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../logger.ts';
import { createMetrics } from '../../metrics.ts';
import { uniquePrefix } from '../../store/contract/contract-kit.ts';
import { registerOwner, startServer, type TestServer } from '../../testing/start-server.ts';
import { dropTestDatabases } from '../../testing/test-couchdb.ts';
import { StandbyWatch } from './standby-watch.ts';

const url = process.env['COUCHDB_URL'] ?? '';
const standbyUrl = process.env['COUCHDB_STANDBY_URL'] ?? '';
const logger = createLogger({ logLevel: 'silent' });

async function endJobs(prefix: string): Promise<void> {
  const send = fetchSender(url);
  for (const { database } of await standbyJobs(send, prefix)) {
    const path = `/_replicator/${encodeURIComponent(`revops-standby:${database}`)}`;
    const { _rev } = (await send({ method: 'GET', path })) as { readonly _rev: string };
    await send({ method: 'DELETE', path: `${path}?rev=${_rev}` });
  }
}

describe.runIf(url !== '' && standbyUrl !== '')('with COUCHDB_STANDBY_URL', () => {
  const prefix = uniquePrefix();
  const metrics = createMetrics();
  const parts = { url, standbyUrl, prefix, logger, metrics, now: Date.now };
  let server: TestServer;
  let watch: StandbyWatch;

  beforeAll(async () => {
    watch = new StandbyWatch(parts);
    server = await startServer({
      config: { couchdbUrl: url, couchdbPrefix: prefix },
      parts: () => ({ standby: () => watch.state }),
    });
  });
  afterAll(async () => {
    watch.stop();
    await endJobs(prefix);
    await server.stop();
    for (const couchdbUrl of [url, standbyUrl])
      await dropTestDatabases({ couchdbUrl, couchdbPrefix: prefix });
  });

  it(
    'has a new workshop followed at its next look, and says in words what does not follow',
    { timeout: 120_000 },
    async () => {
      expect((await server.call('/api/ready')).body).toEqual({
        status: 'ready',
        standby: 'not looked at yet',
      });
      const owner = await registerOwner(server);
      await watch.look();
      expect(watch.state?.failing).toEqual([]);
      const standby = fetchSender(standbyUrl);
      const path = `/${prefix}ws-${owner.workshop.id}/workshop:self`;
      const read = () => standby({ method: 'GET', path }).catch(() => undefined);
      const deadline = Date.now() + 60_000;
      while ((await read()) === undefined && Date.now() < deadline) await pause(250);
      expect(await read()).toMatchObject({ name: 'Rao Motors' });
      await watch.look();
      expect((await server.call('/api/ready')).body).toMatchObject({ standby: { failing: 0 } });
      expect(watch.state?.databases).toBeGreaterThan(1);

      const away = new StandbyWatch({ ...parts, standbyUrl: 'http://a:b@127.0.0.1:9' });
      await away.look();
      expect(away.state?.failing[0]).toContain('does not answer');
    },
  );
});
