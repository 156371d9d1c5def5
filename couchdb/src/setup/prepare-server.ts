import { isStatus, type Send } from './couch-request.ts';

/** CouchDB itself expects these two and logs an error every few seconds without them. */
const systemDatabases = ['_users', '_replicator'];

/** Finishes what a fresh CouchDB leaves to its administrator; safe to repeat. Answers what was done, in words. */
export async function prepareServer(send: Send): Promise<readonly string[]> {
  const done: string[] = [];
  if (await finishSetup(send)) done.push('finished the set-up of the server');
  for (const name of systemDatabases)
    if (await createSystemDatabase(send, name)) done.push(`created ${name}`);
  return done;
}

/** A cluster whose nodes have joined is finished; a single node says by its state whether it was set up. */
async function finishSetup(send: Send): Promise<boolean> {
  const { cluster_nodes: nodes } = (await send({ method: 'GET', path: '/_membership' })) as {
    readonly cluster_nodes: readonly string[];
  };
  if (nodes.length < 2) return false;
  const { state } = (await send({ method: 'GET', path: '/_cluster_setup' })) as { readonly state: string };
  if (state === 'cluster_finished') return false;
  try {
    await send({ method: 'POST', path: '/_cluster_setup', body: { action: 'finish_cluster' } });
    return true;
  } catch (error) {
    // A cluster that was joined by hand knows that it is finished, but its state does not say so.
    if (isStatus(error, 400) && /already finished/i.test(String(error))) return false;
    throw error;
  }
}

async function createSystemDatabase(send: Send, name: string): Promise<boolean> {
  try {
    await send({ method: 'PUT', path: `/${name}` });
    return true;
  } catch (error) {
    if (isStatus(error, 412)) return false;
    throw error;
  }
}
