import { expect, it } from 'vitest';
import { CouchError, type CouchRequest, type Send } from './couch-request.ts';
import { followWithStandby } from './standby.ts';

const pair = { url: 'http://a:b@one:5984', standbyUrl: 'http://a:c@two:5984', prefix: 'x-' };

/** A CouchDB with one workshop whose replication is in this state. */
function couch(state: string, jobs: Map<string, unknown>): Send {
  return ({ method, path, body }: CouchRequest) => {
    if (path.startsWith('/_all_dbs')) return Promise.resolve(['x-ws-rao', 'x-other', 'y-ws-rao']);
    if (path.startsWith('/_scheduler'))
      return Promise.resolve({ docs: [...jobs.keys()].map((doc_id) => ({ doc_id, state, info: null })) });
    const id = decodeURIComponent(path.slice('/_replicator/'.length));
    if (method === 'PUT') jobs.set(id, { ...(body as object), _rev: `${jobs.size}-a` });
    const found = jobs.get(id);
    return found ? Promise.resolve(found) : Promise.reject(new CouchError(404, 'missing'));
  };
}

/** Takes everything. */
const standby: Send = ({ path }) =>
  path === '/_membership' ? Promise.resolve({ cluster_nodes: ['one'] }) : Promise.resolve({});

it('starts again what gave up, and leaves alone what runs or waits for its turn', async () => {
  const jobs = new Map<string, unknown>();
  expect(await followWithStandby(couch('running', jobs), standby, pair)).toEqual(['x-ws-rao: follows']);
  for (const state of ['running', 'pending'])
    expect(await followWithStandby(couch(state, jobs), standby, pair)).toEqual([]);
  for (const state of ['crashing', 'failed'])
    expect(await followWithStandby(couch(state, jobs), standby, pair)).toEqual(['x-ws-rao: started again']);
});

it('follows a standby that moved', async () => {
  const jobs = new Map<string, unknown>();
  await followWithStandby(couch('running', jobs), standby, pair);
  const moved = { ...pair, standbyUrl: 'http://a:c@three:5984' };
  expect(await followWithStandby(couch('running', jobs), standby, moved)).toEqual(['x-ws-rao: follows']);
  expect(JSON.stringify([...jobs.values()])).toContain('http://three:5984/x-ws-rao');
});
