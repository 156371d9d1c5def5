import { afterEach, describe, expect, it } from 'vitest';
import { revision, uniquePrefix } from '../store/contract/contract-kit.ts';
import { openCouchStore } from '../store/couchdb/couch-store-server.ts';
import { couchFileStores } from '../store/files/couch-file-stores.ts';
import { addFile, addWorkshop, archiveOf, everyLeaf, scratchSource, testKey } from '../testing/backup-kit.ts';
import { backUpWhileWriting } from '../testing/backup-while-writing.ts';
import { dropTestDatabases } from '../testing/test-couchdb.ts';
import type { BackupSource } from './reading/backup-source.ts';
import { restoreArchive } from './restoring/restore-archive.ts';
import { verifyArchive } from './verifying/verify-archive.ts';

const url = process.env['COUCHDB_URL'] ?? '';
if (url === '') process.stdout.write('Backups of CouchDB were SKIPPED: COUCHDB_URL is not set.\n');

const restoring = { key: testKey, now: Date.now, into: 'empty', replace: false } as const;
/** Not as the store lists them: a cluster's list may lack a database that is seconds old. */
const databases = ['revops-system', 'ws-rao', 'ws-shah'];
const isTimelines = (id: string): boolean => id === 'timelines:self';

describe.runIf(url !== '')('with COUCHDB_URL', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  async function couchSource(): Promise<BackupSource> {
    const prefix = uniquePrefix();
    const stores = await openCouchStore({ url, prefix });
    const files = couchFileStores({ url, prefix });
    ends.push(async () => {
      await files.close();
      await stores.close();
      await dropTestDatabases({ couchdbUrl: url, couchdbPrefix: prefix });
    });
    return { stores, files };
  }

  async function filled(): Promise<BackupSource> {
    const source = await couchSource();
    for (const id of ['rao', 'shah']) await addWorkshop(source, id);
    const store = await source.stores.open('ws-rao');
    await store.bulkWrite([
      revision('job:1', 'ab', { side: 1 }),
      revision('job:1', 'ac', { side: 2 }),
      revision('job:2', 'ab', { _deleted: true, access: ['owner'] }),
      ...Array.from({ length: 450 }, (_, index) => revision(`entry:${index}`, 'a', { index })),
    ]);
    for (const size of [40, 1_200_000]) await addFile(source, 'rao', size);
    return source;
  }

  it('an archive of CouchDB comes back exactly, in CouchDB and in the embedded store', async () => {
    const source = await filled();
    const { path, manifest } = await archiveOf(source);
    expect(manifest.files.count).toBe(2);
    expect((await source.stores.list()).includes('ws-shah-files')).toBe(false);
    expect((await verifyArchive({ path, key: testKey, source })).differences).toEqual([]);
    const embedded = await scratchSource();
    ends.push(() => embedded.end());
    const targets = [await couchSource(), embedded];
    const expected = await everyLeaf(source, isTimelines, databases);
    for (const target of targets) {
      await restoreArchive(target, { ...restoring, path });
      expect(await everyLeaf(target, isTimelines, databases)).toEqual(expected);
      for await (const key of source.files.of('rao').list())
        expect(await target.files.of('rao').stat(key)).toEqual(await source.files.of('rao').stat(key));
    }
  });

  it('loses nothing acknowledged before it while documents are written', async () => {
    const found = await backUpWhileWriting(await couchSource(), 300);
    expect(found).toMatchObject({ differences: [], lost: 0, pairs: 300 });
  });

  it('replaces what is there only when told to', async () => {
    const source = await filled();
    const { path } = await archiveOf(source);
    const store = await source.stores.open('ws-rao');
    await store.bulkWrite([revision('entry:1', 'ab', { later: true })]);
    await restoreArchive(source, { ...restoring, path, into: 'existing' });
    expect((await store.get('entry:1'))?.['later']).toBe(true);
    await restoreArchive(source, { ...restoring, path, into: 'existing', replace: true });
    const again = await source.stores.open('ws-rao');
    expect((await again.get('entry:1'))?.['later']).toBeUndefined();
  });
});
