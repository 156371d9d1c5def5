import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bodyOf,
  changed,
  over,
  randomHash,
  typed,
  type Phone,
  type WireDocument,
} from '@revops/sync-server/testing';
import { at, openGateway, openTwin, until, type Gateway, type Twin } from './gateway.ts';

let gateway: Gateway;
let twin: Twin;
/** The same manager on two phones, each before another gateway. */
let here: Phone;
let there: Phone;
beforeAll(async () => {
  gateway = await openGateway();
  twin = await openTwin(gateway.server);
  here = gateway.manager;
  there = at(gateway.manager, twin.url);
});
afterAll(async () => {
  await twin.stop();
  await gateway.server.stop();
});

async function openJob(): Promise<WireDocument> {
  const job = typed(here.openJob(), 'job');
  await here.send([job]);
  return job;
}

async function leavesOf(id: string) {
  const store = await gateway.server.context.workshopStore(here.session.workshop.id);
  return (await store.leaves(id)).filter((leaf) => leaf._deleted !== true);
}

describe('two gateways before one store', () => {
  it('T9: the same merge on two devices is one revision and leaves no conflict', async () => {
    for (let round = 0; round < 10; round += 1) {
      const job = await openJob();
      const edited = over(job, changed(here, job, { carModel: `Swift ${round}` }));
      const codes = await Promise.all([here.codes([edited]), there.codes([edited])]);
      expect(codes).toEqual([['ok'], ['ok']]);
      const live = await leavesOf(job._id);
      expect(live.map((leaf) => leaf._rev)).toEqual([edited._rev]);
    }
  });

  it('T9b: a body that differs by the device alone is another revision, and is joined away', async () => {
    const job = await openJob();
    const [a, b] = [here, there].map((phone) => over(job, changed(phone, job, { carModel: 'Swift' })));
    await Promise.all([here.codes([a]), there.codes([b])]);
    expect(await leavesOf(job._id)).toHaveLength(1);
  });

  it('different edits over one parent all survive in one leaf, however they race', async () => {
    for (let round = 0; round < 20; round += 1) {
      const job = await openJob();
      const edits = {
        carModel: `Swift ${round}`,
        internalNotes: 'Call first',
        workDescription: 'Oil change',
      };
      const sent = Object.entries(edits).map(([field, value], index) => {
        const phone = index % 2 === 0 ? here : there;
        return phone.codes([over(job, changed(phone, job, { [field]: value }))]);
      });
      expect(await Promise.all(sent)).toEqual([['ok'], ['ok'], ['ok']]);
      // A sweeper that had read two of the three may add their join a moment later, and joins it again.
      await until(async () => (await leavesOf(job._id)).length === 1);
      const live = await leavesOf(job._id);
      expect(live[0]).toMatchObject(edits);
    }
  });

  it('identical merges racing: one is made, the other is told of the conflict, as CouchDB does', async () => {
    for (let round = 0; round < 10; round += 1) {
      const job = await openJob();
      const body = { ...bodyOf(changed(here, job, { carModel: `Polo ${round}` })), _rev: job._rev };
      const put = (phone: Phone) => phone.call(`/${encodeURIComponent(job._id)}`, { method: 'PUT', body });
      const statuses = (await Promise.all([put(here), put(there)])).map((answer) => answer.status);
      expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
      expect(statuses).toContain(201);
      expect(await leavesOf(job._id)).toHaveLength(1);
    }
  });

  it('one id created at both is one document with every field of both', async () => {
    for (let round = 0; round < 3; round += 1) {
      const job = typed(here.openJob(), 'job');
      const hash = randomHash();
      const other = { ...job, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
      const codes = await Promise.all([here.codes([job]), there.codes([other])]);
      expect(codes).toEqual([['ok'], ['ok']]);
      // Neither saw the other's: the sweeper on the feed joins them.
      await until(async () => (await leavesOf(job._id)).length === 1);
      const live = await leavesOf(job._id);
      expect(bodyOf(live[0] as unknown as WireDocument)).toEqual(bodyOf(job));
    }
  });

  it('a reader at one hears of what was written at the other', async () => {
    const { last_seq: since } = await there.changes('since=now');
    const waiting = there.changes(`feed=longpoll&since=${encodeURIComponent(since)}`);
    const job = await openJob();
    const { results } = await waiting;
    const next =
      results.length > 0 ? results : (await there.changes(`since=${encodeURIComponent(since)}`)).results;
    expect(next.map((row) => row.id)).toContain(job._id);
  });
});
