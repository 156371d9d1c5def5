import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WorkshopDocuments } from '#src/services/workshop-documents.ts';
import { BreakingStore } from '#src/testing/breaking-store.ts';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { Phone, typed, type FeedAnswer } from '#src/testing/sync-kit.ts';
import { createSyncGateway, type SyncGateway } from '../sync-gateway.ts';

let server: TestServer;
let gateway: SyncGateway;
let breaking: BreakingStore;
let owner: Phone;
let manager: Phone;

beforeAll(async () => {
  server = await startServer({
    parts: (context) => {
      const documentsOf = async (id: string): Promise<WorkshopDocuments> => {
        breaking = new BreakingStore(await context.workshopStore(id));
        return new WorkshopDocuments(breaking.store, context.now);
      };
      const liveLimits = { perPerson: 200, lagMs: Number.POSITIVE_INFINITY };
      gateway = createSyncGateway({ ...context, documentsOf, longpollMs: 20_000, liveLimits });
      return { syncRouter: gateway.router };
    },
  });
  const session = await registerOwner(server);
  owner = new Phone(server, session);
  manager = new Phone(server, await joinWorkshop(server, session));
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await server.stop();
}, 60_000);
beforeEach(async () => {
  await owner.changes('limit=1');
  breaking.isDown = false;
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function allWait(count: number): Promise<void> {
  await until(async () => (await server.context.metrics.waitingPolls.get()).values[0]?.value === count);
}

const placeOf = async (phone: Phone): Promise<string> => (await phone.changes('since=now')).last_seq;

const poll = async (phone: Phone, since: string): Promise<FeedAnswer> => {
  const query = `feed=longpoll&style=all_docs&since=${encodeURIComponent(since)}`;
  return (await phone.call<FeedAnswer>(`/_changes?${query}`)).body;
};

async function timelines(): Promise<number> {
  const list = await breaking.store.get('timelines:self');
  return (list?.['list'] as unknown[] | undefined)?.length ?? 0;
}

const count = (name: string): number => breaking.calls.filter((call) => call === name).length;

describe('waiting phones and the feed of the store', () => {
  it('one row wakes fifty of them without reading the store’s feed again', async () => {
    const since = await placeOf(manager);
    const polls = Array.from({ length: 50 }, () => poll(manager, since));
    await allWait(50);
    breaking.calls.length = 0;
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    const answers = await Promise.all(polls);
    for (const answer of answers) expect(answer.results.map((row) => row.id)).toEqual([job._id]);
    expect(new Set(answers.map((answer) => answer.last_seq)).size).toBe(1);
    // The copies of a cluster order rows differently: there each place is looked up in the store.
    const { comparable } = await breaking.store.info();
    expect(comparable ? count('changes') : 0).toBe(0);

    breaking.calls.length = 0;
    const again = poll(manager, answers[0]?.last_seq ?? '');
    await allWait(1);
    expect(comparable ? breaking.calls : []).toEqual([]);
    await manager.send(manager.pay(job, 100));
    expect((await again).results).toHaveLength(1);
    expect(gateway.workshops.count).toBe(1);
  });

  it('a quiet poll goes past the rows of others, so that the next one finds its place', async () => {
    const since = await placeOf(manager);
    const query = `feed=longpoll&timeout=2000&since=${encodeURIComponent(since)}`;
    const quiet = manager.call<FeedAnswer>(`/_changes?${query}`);
    await allWait(1);
    await owner.send([typed(owner.openJob(), 'job')]);
    const { body } = await quiet;
    expect(body).toMatchObject({ results: [], pending: 0 });
    const { comparable } = await breaking.store.info();
    expect(comparable && body.last_seq === since).toBe(false);
    expect((await manager.changes(`since=${encodeURIComponent(body.last_seq)}`)).results).toEqual([]);
  });

  it('a break is neither an answer nor a gap', async () => {
    const [first, second] = [await placeOf(manager), await placeOf(owner)];
    const polls = [poll(manager, first), poll(owner, second)];
    await allWait(2);
    const before = await timelines();
    breaking.breakFeeds();
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    const answers = await Promise.all(polls);
    for (const answer of answers) {
      expect(answer.results.map((row) => row.id)).toEqual([job._id]);
      expect(answer.restarted).toBeUndefined();
    }
    expect(await timelines()).toBe(before + 1);
    const next = await manager.changes(`since=${encodeURIComponent(first)}`);
    expect(next.restarted).toBeUndefined();
    expect(next.results.map((row) => row.id)).toEqual([job._id]);
  });

  it('a store that is away for a while costs the waiting nothing; newcomers are told', async () => {
    const since = await placeOf(manager);
    const waiting = poll(manager, since);
    await allWait(1);
    breaking.isDown = true;
    breaking.breakFeeds();
    expect((await manager.call('/_changes?limit=1')).status).toBeGreaterThanOrEqual(500);
    breaking.isDown = false;
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    expect((await waiting).results.map((row) => row.id)).toEqual([job._id]);
  });
});
