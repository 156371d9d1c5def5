import { setTimeout as pause } from 'node:timers/promises';
import { fetchSender } from '@revops/couchdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uniquePrefix } from '#src/store/contract/contract-kit.ts';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { Phone, typed } from '#src/testing/sync-kit.ts';

const couchdbUrl = process.env['COUCHDB_URL'] ?? '';
if (couchdbUrl === '')
  process.stdout.write('Former bodies in CouchDB were SKIPPED: COUCHDB_URL is not set.\n');

describe.runIf(couchdbUrl !== '')('with COUCHDB_URL', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ config: { couchdbUrl, couchdbPrefix: uniquePrefix() } });
  });
  afterAll(() => server.stop());

  it(
    'takes erased words off the disk, where CouchDB alone keeps them until its file is twice too large',
    { timeout: 60_000 },
    async () => {
      const owner = new Phone(server, await registerOwner(server));
      const documents = owner.openJob({ customerName: 'Meera', phone: '+919812345678' });
      await owner.send(documents);
      const { _id: id, _rev: rev } = typed(documents, 'customer');
      const send = fetchSender(couchdbUrl);
      const database = `${server.config.couchdbPrefix}ws-${owner.session.workshop.id}`;
      const path = `/${database}/${encodeURIComponent(id)}?rev=${rev}`;
      const former = () => send({ method: 'GET', path }).then(JSON.stringify, () => 'gone');
      expect(await former()).toContain('Meera');
      const { accessToken: token } = owner.session;
      expect((await server.call('/api/erasures', { token, body: { ids: [id] } })).status).toBe(200);
      const deadline = Date.now() + 20_000;
      while ((await former()) !== 'gone' && Date.now() < deadline) await pause(200);
      expect(await former()).toBe('gone');
    },
  );
});
