import { removeAll, uniquePrefix } from '../store/contract/contract-kit.ts';
import { startServer, type TestServer } from './start-server.ts';

const couchdbUrl = process.env['COUCHDB_URL'];

/** A server on the embedded store, or with COUCHDB_URL on a CouchDB, which `stop` leaves as it was. */
export async function startFileServer(): Promise<TestServer> {
  if (couchdbUrl === undefined) return startServer();
  const server = await startServer({ config: { couchdbUrl, couchdbPrefix: uniquePrefix() } });
  async function stop(): Promise<void> {
    await removeAll(server.context.stores);
    await server.stop();
  }
  return { ...server, stop };
}
