import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { hashOf, isSame, jpegOf } from '../../testing/file-kit.ts';
import { clusterUrls, hasCluster } from '../contract/cluster-kit.ts';
import { couchFileStores } from './couch-file-stores.ts';
import { fileStoreContract } from './file-store.contract.ts';
import type { FileStore, FileStores } from './file-store.ts';

const url = process.env['COUCHDB_URL'];
const prefix = `t${randomBytes(4).toString('hex')}-`;

async function call(address: string, method: string, path: string): Promise<unknown> {
  const { username, password, origin } = new URL(address);
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const answer = await fetch(origin + path, { method, headers: { authorization } });
  return answer.json();
}

async function dropDatabases(address: string): Promise<void> {
  const query = new URLSearchParams({ startkey: `"${prefix}"`, endkey: `"${prefix}\ufff0"` });
  const names = (await call(address, 'GET', `/_all_dbs?${query.toString()}`)) as readonly string[];
  for (const name of names) await call(address, 'DELETE', `/${name}`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function whole(store: FileStore, key: { sha256: string; by: string }): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await store.read(key)) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const stores = (address = ''): FileStores => couchFileStores({ url: address, prefix });

if (url === undefined) process.stdout.write('Files in CouchDB were SKIPPED: COUCHDB_URL is not set.\n');
describe.runIf(url !== undefined)('files with COUCHDB_URL', () => {
  fileStoreContract('CouchDB', () => Promise.resolve(stores(url)));
  afterAll(() => dropDatabases(url ?? ''));

  it('lets only server admins into the database', async () => {
    await stores(url)
      .of('w1')
      .stat({ sha256: 'ab'.repeat(32), by: 'meera' });
    expect(await call(url ?? '', 'GET', `/${prefix}ws-w1-files/_security`)).toMatchObject({
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
  afterAll(() => dropDatabases(clusterUrls[0] ?? ''));

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
