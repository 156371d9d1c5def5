import { fetchSender, standbyJobs } from '@revops/couchdb';

/** Ends every replication of this drill. */
export async function removeJobs(url: string, prefix: string): Promise<void> {
  const send = fetchSender(url);
  for (const { database } of await standbyJobs(send, prefix)) {
    const path = `/_replicator/${encodeURIComponent(`revops-standby:${database}`)}`;
    const { _rev } = (await send({ method: 'GET', path })) as { readonly _rev: string };
    await send({ method: 'DELETE', path: `${path}?rev=${_rev}` });
  }
}

/** Leaves a shared CouchDB as it was found. */
export async function removeDatabases(url: string, prefix: string): Promise<void> {
  const send = fetchSender(url);
  const range = { startkey: JSON.stringify(prefix), endkey: JSON.stringify(`${prefix}\ufff0`) };
  const path = `/_all_dbs?${new URLSearchParams(range).toString()}`;
  for (const name of (await send({ method: 'GET', path })) as readonly string[])
    await send({ method: 'DELETE', path: `/${encodeURIComponent(name)}` });
}
