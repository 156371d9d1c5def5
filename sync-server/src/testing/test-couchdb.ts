import { fetchSender } from '@revops/couchdb';
import { md5 } from '@revops/domain';
import type { Config } from '../config/config.ts';

type CouchSettings = Pick<Config, 'couchdbUrl' | 'couchdbPrefix'>;

/**
 * With REVOPS_TEST_STORE=couchdb the server's own tests run on the CouchDB of COUCHDB_URL. Servers on one folder share
 * their databases, as they would share the files in it.
 */
export function testCouchDb(dataDir: string): CouchSettings | undefined {
  const url = process.env['COUCHDB_URL'];
  if (process.env['REVOPS_TEST_STORE'] !== 'couchdb' || !url) return undefined;
  return { couchdbUrl: url, couchdbPrefix: `t-${md5(dataDir).slice(0, 12)}-` };
}

/** Leaves a shared CouchDB as it was found. */
export async function dropTestDatabases({ couchdbUrl, couchdbPrefix }: CouchSettings): Promise<void> {
  if (couchdbUrl === undefined || !couchdbPrefix.startsWith('t-')) return;
  const send = fetchSender(couchdbUrl);
  const query = new URLSearchParams({
    startkey: JSON.stringify(couchdbPrefix),
    endkey: JSON.stringify(`${couchdbPrefix}\ufff0`),
  });
  const names = (await send({ method: 'GET', path: `/_all_dbs?${query}` })) as readonly string[];
  for (const name of names) await send({ method: 'DELETE', path: `/${encodeURIComponent(name)}` });
}
