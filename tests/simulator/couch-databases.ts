import { fetchSender, isStatus, type Send } from '@revops/couchdb';

const namesOf = async (send: Send, prefix: string): Promise<readonly string[]> => {
  const query = new URLSearchParams({
    startkey: JSON.stringify(prefix),
    endkey: JSON.stringify(`${prefix}\ufff0`),
  });
  return (await send({ method: 'GET', path: `/_all_dbs?${query}` })) as readonly string[];
};

export async function dropDatabases(url: string, prefix: string): Promise<void> {
  const send = fetchSender(url);
  const names = await namesOf(send, prefix);
  await Promise.all(names.map((name) => send({ method: 'DELETE', path: `/${encodeURIComponent(name)}` })));
}

/**
 * What CouchDB's replicator does, in a few requests instead of a job that takes seconds: every leaf comes along with its
 * ancestry, the local documents do not, and the feed is another one.
 */
export async function copyDatabases(url: string, from: string, to: string): Promise<void> {
  await dropDatabases(url, to);
  const send = fetchSender(url);
  const names = await namesOf(send, from);
  await Promise.all(names.map((name) => copy(send, name, to + name.slice(from.length))));
}

/** A request of a server that was killed may still be on its way and make the database that was just dropped. */
async function makeAnew(send: Send, path: string): Promise<void> {
  try {
    await send({ method: 'PUT', path: `${path}?q=1` });
  } catch (error) {
    if (!isStatus(error, 412)) throw error;
    await send({ method: 'DELETE', path });
    await makeAnew(send, path);
  }
}

const perRequest = 200;

interface Row {
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
}

interface Got {
  readonly results: readonly { readonly docs: readonly { readonly ok?: unknown }[] }[];
}

async function copy(send: Send, source: string, target: string): Promise<void> {
  const [from, to] = [source, target].map((name) => `/${encodeURIComponent(name)}`) as [string, string];
  await makeAnew(send, to);
  const { results } = (await send({ method: 'GET', path: `${from}/_changes?style=all_docs` })) as {
    results: readonly Row[];
  };
  const leaves = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  for (let start = 0; start < leaves.length; start += perRequest) {
    const docs = leaves.slice(start, start + perRequest);
    const path = `${from}/_bulk_get?revs=true&attachments=true`;
    const got = (await send({ method: 'POST', path, body: { docs } })) as Got;
    const bodies = got.results.flatMap((result) => result.docs.map(({ ok }) => ok));
    if (bodies.length !== docs.length || bodies.includes(undefined))
      throw new Error(`${source} was not read whole`);
    const refused = await send({
      method: 'POST',
      path: `${to}/_bulk_docs`,
      body: { new_edits: false, docs: bodies },
    });
    if ((refused as readonly unknown[]).length > 0) throw new Error(`${target} was not written whole`);
  }
}
