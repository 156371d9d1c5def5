import { fetchSender } from '@revops/couchdb';

const namesOf = async (url: string, prefix: string): Promise<readonly string[]> => {
  const query = new URLSearchParams({
    startkey: JSON.stringify(prefix),
    endkey: JSON.stringify(`${prefix}\ufff0`),
  });
  return (await fetchSender(url)({ method: 'GET', path: `/_all_dbs?${query}` })) as readonly string[];
};

export async function dropDatabases(url: string, prefix: string): Promise<void> {
  for (const name of await namesOf(url, prefix))
    await fetchSender(url)({ method: 'DELETE', path: `/${encodeURIComponent(name)}` });
}

/** By CouchDB's own replication: every revision comes along, and the feed is another one, as after a restore. */
export async function copyDatabases(url: string, from: string, to: string): Promise<void> {
  await dropDatabases(url, to);
  const base = url.replace(/\/$/, '');
  for (const name of await namesOf(url, from)) {
    const source = `${base}/${encodeURIComponent(name)}`;
    const target = `${base}/${encodeURIComponent(to + name.slice(from.length))}`;
    await fetchSender(url)({
      method: 'POST',
      path: '/_replicate',
      body: { source, target, create_target: true },
    });
  }
}
