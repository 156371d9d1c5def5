import { afterAll, describe, expect, it } from 'vitest';
import { moveJob, type AnyDocument, type DataAnswer, type PushAnswer } from '@revops/domain';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { actOf, asJob, bodyOf, changed, typed, type WireDocument } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second, join } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];

/** A client that keeps what it was given. */
class Mirror {
  readonly held = new Map<string, AnyDocument>();
  readonly #who: RestClient;
  readonly #type: string;
  since = '';

  constructor(who: RestClient, type: string) {
    this.#who = who;
    this.#type = type;
  }

  async pull(limit = 2): Promise<number> {
    for (let pages = 1; ; pages += 1) {
      const since = this.since === '' ? '' : `&since=${encodeURIComponent(this.since)}`;
      const { status, body } = await this.#who.get<DataAnswer>(
        `/api/data/${this.#type}?limit=${limit}${since}`,
      );
      if (status !== 200 || body.items.length + body.removed.length > limit)
        throw new Error(`${status}, ${JSON.stringify(body)}`);
      if (body.restarted === true) this.held.clear();
      for (const item of body.items) this.held.set(String(item['_id']), item as unknown as AnyDocument);
      for (const id of body.removed) this.held.delete(id);
      this.since = body.since;
      if (!body.more) return pages;
    }
  }
}

const push = (who: RestClient, documents: readonly unknown[]) =>
  who.post<PushAnswer>('/api/sync', { documents });
const resultsOf = async (who: RestClient, documents: readonly unknown[]): Promise<readonly string[]> =>
  (await push(who, documents)).body.rows.map(({ result, code }) => code ?? result);

describe('GET /api/data/:type', () => {
  it('gives all that the person may read, then what changed, and what was lost', async () => {
    const mirrors = [asManager, asSecond, asOwner].map((who) => new Mirror(who, 'job'));
    const [ofManager, ofSecond, ofOwner] = mirrors as [Mirror, Mirror, Mirror];
    const made = [];
    for (let count = 0; count < 5; count += 1) made.push((await asManager.openJob()).id);
    const other = (await asSecond.openJob()).id;
    for (const mirror of mirrors) await mirror.pull();
    expect([...ofManager.held.keys()].toSorted()).toEqual(made.toSorted());
    expect([...ofSecond.held.keys()]).toEqual([other]);
    expect([...ofOwner.held.keys()].toSorted()).toEqual([...made, other].toSorted());
    const [first = '', next = ''] = made;
    await asManager.put(`/api/jobs/${first}`, { carModel: 'Alto' });
    await asOwner.put(`/api/jobs/${next}`, { desk: second.userId });
    for (const mirror of mirrors) await mirror.pull();
    expect([...ofManager.held.keys()].toSorted()).toEqual(made.filter((id) => id !== next).toSorted());
    expect(ofManager.held.get(first)).toEqual(await stored(manager, first));
    expect([...ofSecond.held.keys()].toSorted()).toEqual([next, other].toSorted());
    const { since } = ofManager;
    expect(await ofManager.pull()).toBe(1);
    expect(await ofManager.pull()).toBe(1);
    expect(ofManager.since.length).toBeLessThan(500);
    expect(since).not.toBe('');
  });

  it('misses nothing that is written while it lists', async () => {
    const mirror = new Mirror(asOwner, 'payment');
    const job = (await asManager.openJob()).id;
    const paid = [await asManager.pay(job, 1), await asManager.pay(job, 2), await asManager.pay(job, 3)];
    const { body } = await asOwner.get<DataAnswer>('/api/data/payment?limit=1');
    for (const item of body.items) mirror.held.set(String(item['_id']), item as unknown as AnyDocument);
    mirror.since = body.since;
    expect(body.more).toBe(true);
    paid.push(await asManager.pay(job, 4));
    await mirror.pull(1);
    expect([...mirror.held.keys()].toSorted()).toEqual(paid.toSorted());
  });

  it('begins anew where a place is no good, and for a person with other rights', async () => {
    const begun = await asManager.get<DataAnswer>('/api/data/job?limit=1');
    for (const since of ['nowhere', 'list.x', '7-0.0.7', begun.body.since]) {
      const answer = await asOwner.get<DataAnswer>(
        `/api/data/job?since=${encodeURIComponent(since)}&limit=1`,
      );
      expect([answer.status, answer.body.restarted]).toEqual([200, true]);
    }
    for (const type of ['claim', 'audit', 'paper', 'constructor', 'job%2f'])
      expect((await asOwner.get(`/api/data/${type}`)).status).toBe(404);
    for (const query of ['limit=0', 'since=', 'sinse=x'])
      expect((await asOwner.get(`/api/data/job?${query}`)).status).toBe(400);
    expect((await server.call('/api/data/job')).status).toBe(401);
    const technician = new Mirror(new RestClient(await join('technician')), 'payment');
    await technician.pull();
    expect([...technician.held]).toEqual([]);
  });
});

describe('POST /api/sync', () => {
  it('stores what a phone could send, once, and answers a row for each', async () => {
    const job = manager.openJob({ plate: 'MH12SY0001' }).map(bodyOf);
    const paid = manager.pay(typed(job, 'job'), 500).map(bodyOf);
    expect(await resultsOf(asManager, [...job, ...paid])).toEqual([...job, ...paid].map(() => 'stored'));
    expect(await resultsOf(asManager, [...job, ...paid])).toEqual([...job, ...paid].map(() => 'known'));
    expect((await asManager.job(typed(job, 'job')._id)).received).toBe(500);
  });

  it('edits what was read, and says where somebody else was first', async () => {
    const { id } = await asManager.openJob();
    const read = (await stored(manager, id)) as WireDocument;
    const [moved, ...entries] = actOf(moveJob(manager.context, asJob(bodyOf(read)), 'in_progress')).documents;
    expect(await resultsOf(asManager, [{ ...moved, _rev: read._rev }, ...entries])).toEqual([
      'stored',
      'stored',
    ]);
    const late = changed(manager, read, { carModel: 'Alto' });
    expect(await resultsOf(asManager, [{ ...late, _rev: read._rev }])).toEqual(['conflict']);
    const now = (await stored(manager, id)) as WireDocument;
    expect(
      await resultsOf(asManager, [{ ...changed(manager, now, { carModel: 'Alto' }), _rev: now._rev }]),
    ).toEqual(['stored']);
    expect(await asManager.job(id)).toMatchObject({ status: 'in_progress', carModel: 'Alto' });
  });

  it('has the rules of /sync', async () => {
    const [job] = manager.openJob({ plate: 'MH12SY0002' }).map(bodyOf) as [AnyDocument];
    const wrong = [
      { ...job, access: ['everyone'] },
      { ...job, createdBy: owner.userId },
      { ...job, device: 'server' },
      { _id: 'paper:1', type: 'paper' },
      { ...job, _deleted: true },
      {},
    ];
    expect(await resultsOf(asManager, wrong)).toEqual([
      'access_mismatch',
      'foreign_creator',
      'foreign_device',
      'unknown_type',
      'no_deletion',
      'invalid_id',
    ]);
    const theirs = await asSecond.openJob();
    const read = await stored(second, theirs.id);
    expect(await resultsOf(asManager, [read])).toEqual(['not_permitted']);
    for (const body of [{}, { documents: [] }, { documents: [7] }, { documents: 'x' }, { docs: [job] }])
      expect((await asManager.post('/api/sync', body)).status).toBe(400);
    expect((await server.call('/api/sync', { body: { documents: [job] } })).status).toBe(401);
  });
});

/** Without its ancestry, as REST gives it. */
async function stored(phone: typeof manager, id: string): Promise<AnyDocument> {
  const { _revisions, ...document } = await phone.get(id);
  return document;
}
