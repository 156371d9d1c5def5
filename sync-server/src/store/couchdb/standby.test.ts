import { afterAll, describe, expect, it } from 'vitest';
import { fetchSender } from '@revops/couchdb';
import { dropTestDatabases } from '../../testing/test-couchdb.ts';
import { isStillGood } from '../../sync/feed-state.ts';
import { Timelines } from '../../sync/timelines.ts';
import { revision, uniquePrefix } from '../contract/contract-kit.ts';
import { openCouchStore } from './couch-store-server.ts';

const url = process.env['COUCHDB_URL'] ?? '';

describe.runIf(url !== '')('with COUCHDB_URL', () => {
  const [first, second] = [uniquePrefix(), uniquePrefix()];
  afterAll(async () => {
    for (const couchdbPrefix of [first, second]) await dropTestDatabases({ couchdbUrl: url, couchdbPrefix });
  });

  it('no place in the feed of the first CouchDB is good in that of its standby', async () => {
    const primary = await openCouchStore({ url, prefix: first });
    const store = await primary.open('ws-rao');
    const { current } = await new Timelines(store, Date.now).state();
    const place = (await store.info()).updateSeq;
    // The standby counts further than that before it is opened.
    await store.bulkWrite(Array.from({ length: 30 }, (_, index) => revision(`entry:${index}`, 'a')));
    await primary.close();
    const send = fetchSender(url);
    const names = [first, second].map((prefix) => `${url}/${prefix}ws-rao`);
    const body = { source: names[0], target: names[1], create_target: true, create_target_params: { q: 1 } };
    await send({ method: 'POST', path: '/_replicate', body });

    const standby = await openCouchStore({ url, prefix: second });
    const followed = await standby.open('ws-rao');
    const state = await new Timelines(followed, Date.now).state();
    expect(state.timelines.map(({ id }) => id)).toContain(current.id);
    expect(isStillGood(state, current.id, place)).toBe(false);
    await standby.close();
  });
});
