import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { joinWorkshop, registerOwner, startServer } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { Phone, typed, type FeedAnswer, type WireDocument } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop({ config: { longpollMs: 1500 } });
afterAll(() => server.stop());

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function payments(phone: Phone, count: number): Promise<readonly WireDocument[]> {
  const [job] = phone.openJob();
  const documents = Array.from({ length: count }, (_, index) =>
    phone.pay(job as WireDocument, index + 1),
  ).flat();
  await phone.send([job, ...documents]);
  return documents;
}

/** Many rows of somebody else, straight into the store. */
async function crowd(count: number): Promise<void> {
  const [job] = second.openJob() as [WireDocument];
  const store = await server.context.workshopStore(owner.session.workshop.id);
  await store.bulkWrite(Array.from({ length: count }, (_, index) => second.pay(job, index + 1)).flat());
}

/** Reads on as PouchDB does: from the last row, until a page is empty. */
async function readAll(phone: Phone, limit: number): Promise<{ ids: string[]; pages: FeedAnswer[] }> {
  const pages: FeedAnswer[] = [];
  for (let since = '0'; ;) {
    const page = await phone.changes(`limit=${limit}&since=${encodeURIComponent(since)}`);
    pages.push(page);
    const last = page.results.at(-1);
    if (!last) return { ids: pages.flatMap((read) => read.results.map((row) => row.id)), pages };
    since = last.seq;
  }
}

describe('paging', () => {
  it('reads past the rows of others instead of answering short pages, and tells what is pending', async () => {
    await crowd(900);
    const own = await payments(manager, 25);
    await crowd(900);
    const { ids, pages } = await readAll(manager, 10);
    for (const page of pages.slice(0, -1)) expect(page.results.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThan(ids.length / 2);
    for (const { _id } of own) expect(ids).toContain(_id);
    const real = ids.filter((id) => id !== 'workshop:self');
    expect(new Set(real).size).toBe(real.length);
    expect(pages.at(-1)).toMatchObject({ results: [], pending: 0 });
    expect(pages[0]?.pending).toBeGreaterThan(0);
  });

  it('is never empty while more is pending: a filler row carries the reader over', async () => {
    const { last_seq: start } = await manager.changes('since=now');
    await crowd(5700);
    const own = await payments(manager, 1);
    let since = start;
    const seen: string[] = [];
    for (;;) {
      const page = await manager.changes(`limit=100&since=${encodeURIComponent(since)}`);
      expect(page.pending > 0 && page.results.length === 0).toBe(false);
      seen.push(...page.results.map((row) => row.id));
      since = page.results.at(-1)?.seq ?? page.last_seq;
      if (page.results.length === 0) break;
    }
    expect(seen).toContain(own[0]?._id);
    expect(seen.filter((id) => id.startsWith('payment:'))).toHaveLength(1);
    expect(seen).toContain('workshop:self');
  });

  it('has the shape of CouchDB’s seq and refuses what it cannot answer', async () => {
    const page = await manager.changes('limit=1');
    expect(page.results[0]?.seq).toMatch(/^[0-9]+-[0-9a-f]+\.[0-9a-f]+\.[0-9]+[\w-]*$/);
    for (const query of [
      'feed=eventsource',
      'filter=_doc_ids',
      'descending=true',
      'limit=many',
      'style=x',
      'heartbeat=x',
    ])
      expect((await manager.call(`/_changes?${query}`)).status).toBe(400);
    const posted = await manager.call<FeedAnswer>('/_changes', { body: { limit: 2, include_docs: true } });
    expect(posted.body.results).toHaveLength(2);
    expect(posted.body.results[0]?.doc?.access).toBeDefined();
  });
});

describe('live', () => {
  const poll = async (phone: Phone, since: string, more = ''): Promise<FeedAnswer> => {
    const query = `feed=longpoll&since=${encodeURIComponent(since)}${more}`;
    return (await phone.call<FeedAnswer>(`/_changes?${query}`)).body;
  };

  it('a long-poll answers as soon as its reader may see something, and not before', async () => {
    const { last_seq: since } = await manager.changes('since=now');
    const waiting = poll(manager, since);
    await after(100);
    const foreign = await payments(second, 2);
    const [payment] = await payments(manager, 1);
    const { results } = await waiting;
    expect(results.length).toBeGreaterThan(0);
    for (const { _id } of foreign) expect(results.map((row) => row.id)).not.toContain(_id);
    expect(
      (await manager.changes(`since=${encodeURIComponent(since)}`)).results.map((row) => row.id),
    ).toContain(payment?._id);
  });

  it('a quiet long-poll ends by itself, or when the client wants, saying where it stands', async () => {
    const { last_seq: since } = await manager.changes('since=now');
    const short = await poll(manager, since, '&timeout=150');
    expect(short).toMatchObject({ results: [], pending: 0 });
    const long = await poll(manager, short.last_seq, '&timeout=60000');
    expect(long.results).toEqual([]);
  });

  it('beats while it waits and is still one JSON text', async () => {
    const { last_seq: since } = await manager.changes('since=now');
    const url = `${server.url}/sync/${manager.session.workshop.id}/_changes?feed=longpoll&heartbeat=1000&since=${encodeURIComponent(since)}`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${manager.session.accessToken}` },
    });
    const text = await response.text();
    expect(text.startsWith('\n')).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ results: [] });
  });

  it('a continuous feed sends a line per row and ends with where it stands', async () => {
    const { last_seq: since } = await manager.changes('since=now');
    const url = `${server.url}/sync/${manager.session.workshop.id}/_changes?feed=continuous&include_docs=true&since=${encodeURIComponent(since)}`;
    const reading = fetch(url, { headers: { authorization: `Bearer ${manager.session.accessToken}` } }).then(
      (answer) => answer.text(),
    );
    await after(100);
    await payments(second, 1);
    const [payment] = await payments(manager, 1);
    const lines = (await reading)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: string; last_seq?: string });
    expect(lines.map((line) => line.id)).toContain(payment?._id);
    expect(lines.at(-1)?.last_seq).toMatch(/^[0-9]+-/);
    expect(lines.every((line) => !JSON.stringify(line).includes(second.userId))).toBe(true);
  });

  it('a closed socket frees its waiter, and the end of the server ends the others', async () => {
    const other = await startServer({ config: { longpollMs: 60_000 } });
    const phone = new Phone(other, await registerOwner(other));
    const { last_seq: since } = await phone.changes('since=now');
    const url = `${other.url}/sync/${phone.session.workshop.id}/_changes?feed=longpoll&since=${encodeURIComponent(since)}`;
    const headers = { authorization: `Bearer ${phone.session.accessToken}` };
    const controller = new AbortController();
    const aborted = fetch(url, { headers, signal: controller.signal }).catch(
      (error: unknown) => (error as Error).name,
    );
    const waiting = fetch(url, { headers }).then((response) => response.json() as Promise<FeedAnswer>);
    await after(200);
    controller.abort();
    expect(await aborted).toBe('AbortError');
    await other.stop();
    expect(await waiting).toMatchObject({ results: [], last_seq: since });
  });

  it('a person removed while waiting receives nothing more', async () => {
    const leaving = new Phone(server, await joinWorkshop(server, owner.session));
    const { last_seq: since } = await leaving.changes('since=now');
    const waiting = leaving.call<FeedAnswer>(
      `/_changes?feed=longpoll&include_docs=true&since=${encodeURIComponent(since)}`,
    );
    await after(100);
    const removed = await server.call(`/api/managers/${leaving.userId}`, {
      method: 'DELETE',
      token: owner.session.accessToken,
    });
    expect(removed.status).toBeLessThan(300);
    await owner.send(owner.openJob());
    expect((await waiting).status).toBe(403);
    for (const path of ['/_changes', '/workshop:self', '/_local/x', ''])
      expect((await leaving.call(path)).status).toBe(403);
  });
});

describe('the place in the feed', () => {
  it('survives a restart, and is recognised as lost when older files were put back', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'revops-restore-'));
    const backup = await mkdtemp(join(tmpdir(), 'revops-backup-'));
    const JWT = { jwtSecrets: ['a-secret-of-at-least-32-characters!'] };
    const start = () => startServer({ config: { dataDir, couchdbUrl: undefined, ...JWT } });
    let running = await start();
    const session = await registerOwner(running);
    const phone = () => new Phone(running, session);
    await payments(phone(), 3);
    const early = (await phone().changes()).last_seq;
    const [payment] = await payments(phone(), 1);
    await running.stop();
    await cp(dataDir, backup, { recursive: true });

    running = await start();
    const kept = await phone().changes(`since=${encodeURIComponent(early)}`);
    expect(kept.restarted).toBeUndefined();
    expect(kept.results.map((row) => row.id)).toContain(payment?._id);
    expect(kept.results.length).toBeLessThan(5);
    const uuid = (await running.call('/sync/', { token: session.accessToken })).body['uuid'];
    await payments(phone(), 20);
    const late = (await phone().changes()).last_seq;
    await running.stop();
    await rm(dataDir, { recursive: true });
    await cp(backup, dataDir, { recursive: true });

    running = await start();
    await payments(phone(), 30);
    const lost = await phone().changes(`limit=3&since=${encodeURIComponent(late)}`);
    expect(lost).toMatchObject({ restarted: true });
    expect(lost.results[0]?.id).toBe((await phone().changes('limit=1')).results[0]?.id);
    expect((await phone().changes(`since=${encodeURIComponent(early)}`)).restarted).toBeUndefined();
    expect((await running.call('/sync/', { token: session.accessToken })).body['uuid']).toBe(uuid);
    await running.stop();
  }, 60_000);

  it('is lost too where the older files were written to before anybody read them', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'revops-restore-'));
    const backup = await mkdtemp(join(tmpdir(), 'revops-backup-'));
    const start = () =>
      startServer({
        config: { dataDir, couchdbUrl: undefined, jwtSecrets: ['a-secret-of-at-least-32-characters!'] },
      });
    let running = await start();
    const session = await registerOwner(running);
    await new Phone(running, session).changes();
    // A snapshot of the volume: the timeline goes on beyond what the copy knows.
    await cp(dataDir, backup, { recursive: true });
    await payments(new Phone(running, session), 5);
    const late = (await new Phone(running, session).changes()).last_seq;
    await running.stop();
    await rm(dataDir, { recursive: true });
    await cp(backup, dataDir, { recursive: true });
    running = await start();
    for (let write = 0; write < 30; write += 1) {
      const body = { address: `${write} Station Road` };
      await running.call('/api/workshops/mine', { method: 'PUT', token: session.accessToken, body });
    }
    await running.stop();
    running = await start();
    const page = await new Phone(running, session).changes(`limit=1&since=${encodeURIComponent(late)}`);
    expect(page.restarted).toBe(true);
    await running.stop();
  }, 60_000);

  it('of another person, or of nobody, is no place here', async () => {
    const { last_seq } = await owner.changes();
    const answers = [last_seq, '99999999', 'abc', '1-2.3.4', last_seq.replace(/[0-9]+$/, '99999999')];
    for (const since of answers) {
      const page = await manager.changes(`limit=1&since=${encodeURIComponent(since)}`);
      expect(page.restarted).toBe(true);
    }
    const ahead = (await owner.changes('since=now')).last_seq.replace(/\.[0-9]+([\w-]*)$/, '.99999999$1');
    // The copies of a cluster count for themselves, so there no place is too far ahead.
    const { comparable } = await (await server.context.workshopStore(owner.session.workshop.id)).info();
    const page = await owner.changes(`limit=1&since=${encodeURIComponent(ahead)}`);
    expect(page.restarted === true).toBe(comparable);
  });
});

it('tells each person a view of their own', async () => {
  const uuids = await Promise.all(
    [owner, manager, second, owner].map(
      async (phone) => (await server.call('/sync/', { token: phone.session.accessToken })).body['uuid'],
    ),
  );
  expect(new Set(uuids).size).toBe(3);
  expect(uuids[0]).toBe(uuids[3]);
  expect(typed([await owner.get('workshop:self')], 'workshop')._id).toBe('workshop:self');
});
