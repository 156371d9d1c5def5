import { fetchSender } from '@revops/couchdb';
import { afterAll, describe, expect, it } from 'vitest';
import { hashOf, isSame, jpegOf } from '../../testing/file-kit.ts';
import { dropTestDatabases } from '../../testing/test-couchdb.ts';
import { clusterUrls, hasCluster } from '../contract/cluster-kit.ts';
import { uniquePrefix } from '../contract/contract-kit.ts';
import { couchFileStores } from './couch-file-stores.ts';
import { fileStoreContract } from './file-store.contract.ts';
import type { FileStore, FileStores } from './file-store.ts';

const url = process.env['COUCHDB_URL'];
const prefix = uniquePrefix();

const stores = (address = ''): FileStores => couchFileStores({ url: address, prefix });
const dropDatabases = (address = ''): Promise<void> =>
  dropTestDatabases({ couchdbUrl: address, couchdbPrefix: prefix });

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function whole(store: FileStore, key: { sha256: string; by: string }): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await store.read(key)) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

if (url === undefined) process.stdout.write('Files in CouchDB were SKIPPED: COUCHDB_URL is not set.\n');
describe.runIf(url !== undefined)('files with COUCHDB_URL', () => {
  fileStoreContract('CouchDB', () => Promise.resolve(stores(url)));
  afterAll(() => dropDatabases(url));

  it('lets only server admins into the database', async () => {
    await stores(url)
      .of('w1')
      .stat({ sha256: 'ab'.repeat(32), by: 'meera' });
    const path = `/${prefix}ws-w1-files/_security`;
    expect(await fetchSender(url ?? '')({ method: 'GET', path })).toMatchObject({
      members: { roles: ['_admin'] },
    });
  });
});

describe.runIf(hasCluster('Files over several gateways', 3))('files over several gateways', () => {
  const gateways = clusterUrls.map((address) => stores(address).of('w1'));
  const at = (n: number): FileStore => {
    const store = gateways[n % gateways.length];
    if (!store) throw new Error('no gateway');
    return store;
  };
  afterAll(() => dropDatabases(clusterUrls[0]));

  it('goes on at another gateway than it began at, and is read at a third', async () => {
    const bytes = jpegOf(1_500_000);
    const key = { sha256: hashOf(bytes), by: 'meera' };
    for (let start = 0, n = 0; start < bytes.length; start += 250_000, n += 1) {
      const part = once(bytes.subarray(start, start + 250_000));
      expect(await at(n).append(key, start, part)).toBe(start + 250_000);
    }
    expect(await at(1).finish(key, bytes.length)).toBe('stored');
    expect(isSame(await whole(at(2), key), bytes)).toBe(true);
  });

  it('ends in one whole file when the same file arrives at all of them at once', async () => {
    const bytes = jpegOf(1_200_000);
    const key = { sha256: hashOf(bytes), by: 'meera' };
    const send = async (store: FileStore): Promise<void> => {
      for (let received = 0; received < bytes.length;)
        received = await store.append(key, received, once(bytes.subarray(received, received + 300_000)));
      // Another gateway may have finished it and cleared the parts away meanwhile.
      await store.finish(key, bytes.length).catch(() => undefined);
    };
    await Promise.all(gateways.map((store) => send(store)));
    expect(isSame(await whole(at(0), key), bytes)).toBe(true);
  });
});
