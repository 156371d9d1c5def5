import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownCouchDb, type OwnCouchDb } from '#src/testing/own-couchdb.ts';
import { seqNumber, type DocumentStore } from '../document-store.ts';
import { openCouchStore, type CouchStoreServer } from './couch-store-server.ts';

/** An installation of CouchDB that these tests may start nodes of their own from. */
const home = process.env['COUCHDB_HOME'] ?? '';
const patience = 60_000;

if (home === '') process.stdout.write('Restarts of CouchDB were SKIPPED: COUCHDB_HOME is not set.\n');

describe.runIf(home !== '')('CouchDB that ends and comes back', () => {
  let couch: OwnCouchDb;
  const servers: CouchStoreServer[] = [];

  beforeAll(async () => {
    couch = await ownCouchDb(home);
    await couch.start();
  }, patience);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await couch.remove();
  });

  /** One gateway's handle. */
  async function gateway(name: string): Promise<DocumentStore> {
    const server = await openCouchStore({ url: couch.url });
    servers.push(server);
    return server.open(name);
  }

  async function write(store: DocumentStore, prefix: string, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) await store.put({ _id: `${prefix}:${n}` });
  }

  it(
    'loses nothing acknowledged, and every place on the feed stays good',
    { timeout: patience },
    async () => {
      const [store, other] = [await gateway('ws-restart'), await gateway('ws-restart')];
      await write(store, 'a', 10);
      const before = await store.info();
      await couch.kill();
      await expect(store.put({ _id: 'lost:1' })).rejects.toMatchObject({ code: 'unavailable' });
      await couch.start();
      await Promise.all([write(store, 'b', 5), write(other, 'c', 5)]);
      const [after, seenByOther] = [await store.info(), await other.info()];
      expect(after.opening).not.toBe(before.opening);
      expect(seqNumber(after.openedAtSeq)).toBeGreaterThanOrEqual(seqNumber(before.updateSeq));
      expect([seenByOther.opening, seenByOther.openedAtSeq]).toEqual([after.opening, after.openedAtSeq]);
      const { rows } = await store.changes({ since: before.updateSeq, limit: 100 });
      expect(
        rows
          .map((row) => row.id.slice(0, 1))
          .toSorted()
          .join(''),
      ).toBe('bbbbbccccc');
      expect(await store.allDocs({ startId: 'a:', endId: 'a:\uffff' })).toHaveLength(10);
    },
  );

  it(
    'notices files that were put back, before anything is written into them',
    { timeout: patience },
    async () => {
      const [store, other] = [await gateway('ws-restore'), await gateway('ws-restore')];
      await write(store, 'a', 5);
      await couch.kill();
      await couch.backUp();
      await couch.start();
      await write(store, 'b', 5);
      const phone = (await store.info()).updateSeq;
      await couch.kill();
      await couch.putBack();
      await couch.start();
      // Further than where the phone stands, so that its place alone would look good.
      await Promise.all([write(store, 'c', 8), write(other, 'd', 8)]);
      const [after, seenByOther] = [await other.info(), await store.info()];
      expect(seqNumber(after.updateSeq)).toBeGreaterThan(seqNumber(phone));
      expect(seqNumber(after.openedAtSeq)).toBeLessThan(seqNumber(phone));
      expect([seenByOther.opening, seenByOther.openedAtSeq]).toEqual([after.opening, after.openedAtSeq]);
      const third = await (await gateway('ws-restore')).info();
      expect([third.opening, third.openedAtSeq]).toEqual([after.opening, after.openedAtSeq]);
    },
  );

  it('tells a watcher that its feed broke', { timeout: patience }, async () => {
    const store = await gateway('ws-watch');
    const broken = new Promise((resolve) => store.watch('0', { rows: () => undefined, broken: resolve }));
    await write(store, 'a', 1);
    await couch.kill();
    expect(await broken).toMatchObject({ code: 'unavailable' });
    await couch.start();
    expect((await store.changes({ since: '0', limit: 10 })).rows).toHaveLength(1);
  });

  it('is waited for by reads while it comes up', { timeout: patience }, async () => {
    const store = await gateway('ws-reads');
    await write(store, 'a', 1);
    await couch.kill();
    await couch.start();
    expect((await store.get('a:0'))?._id).toBe('a:0');
  });
});
