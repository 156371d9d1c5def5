import { afterAll, beforeAll } from 'vitest';
import { openCouchStore } from '../couchdb/couch-store-server.ts';
import type { DocumentStore, StoreServer } from '../document-store.ts';
import { removeAll, uniquePrefix } from './contract-kit.ts';

/** The nodes of COUCHDB_CLUSTER_URLS; none when there is no cluster. */
export const clusterUrls: readonly string[] = (process.env['COUCHDB_CLUSTER_URLS'] ?? '')
  .split(',')
  .filter((url) => url !== '');

/** Whether there is a cluster of at least so many nodes; if not, the output says what was skipped. */
export function hasCluster(what: string, nodes = 2): boolean {
  const enough = clusterUrls.length >= nodes;
  if (!enough) process.stdout.write(`${what} were SKIPPED: COUCHDB_CLUSTER_URLS is not set.\n`);
  return enough;
}

/** One database through every node, filled before the first test of the group and removed after the last. */
export function sameDatabaseOnEveryNode(): readonly DocumentStore[] {
  const servers: StoreServer[] = [];
  const stores: DocumentStore[] = [];

  beforeAll(async () => {
    const prefix = uniquePrefix();
    for (const url of clusterUrls) {
      const server = await openCouchStore({ url, prefix });
      servers.push(server);
      stores.push(await server.open('ws-1'));
    }
  });
  afterAll(async () => {
    const [first, ...others] = servers;
    await Promise.all(others.map((server) => server.close()));
    if (first) await removeAll(first);
  });
  return stores;
}
