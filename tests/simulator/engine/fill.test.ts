import { canonicalJson, editJob, money, type Job } from '@revops/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '@revops/pwa/data';
import { killAt } from './kill-at.ts';
import { newPhone, type Phone } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
} from './restartable-server.ts';

let server: RestartableServer;
beforeAll(async () => {
  server = await restartableServer();
});
afterAll(() => server.stop());

const plain = async (phone: Phone): Promise<Map<string, string>> =>
  new Map((await phone.rows()).map(({ id, doc }) => [id, canonicalJson(doc ?? null)]));

/** Watches a phone's requests, and makes the server's pages so small that there are many. */
function watch(phone: Phone, pageSize = 5000): URL[] {
  const urls: URL[] = [];
  phone.network = (send, url, init) => {
    urls.push(new URL(url, 'http://server'));
    return send(url.replace('ids?limit=5000', `ids?limit=${pageSize}`), init);
  };
  return urls;
}

const named = (urls: readonly URL[], end: string) => urls.filter(({ pathname }) => pathname.endsWith(end));

test('a first sync lists everything first, fetches the newest first and says exactly how much is to come', async () => {
  const owner = await registerOwner(server);
  const manager = await newPhone(server, await joinAsManager(server, owner));
  for (let count = 0; count < 120; count += 1) await manager.openJob({ plate: `MH14AB${1000 + count}` });
  await manager.engine.syncOnce();
  const desk = await newPhone(server, owner);
  const urls = watch(desk, 300);
  const progress: string[] = [];
  let firstRows: Row[] = [];
  desk.onStep = async (step) => {
    if (step !== 'fill:written') return;
    const { done, total } = (await desk.db.connection().get('meta', 'firstSync')) as Record<string, number>;
    progress.push(`${done} of ${total}`);
    if (progress.length === 2) firstRows = await desk.rows();
  };
  await desk.engine.syncOnce();
  const there = await plain(desk);
  expect(named(urls, '/ids').length).toBeGreaterThan(1);
  // Of the list's first page as long as it is the only one, then of everything.
  expect(progress[0]).toBe('0 of 300');
  expect(new Set(progress.slice(1).map((line) => line.split(' of ')[1]))).toEqual(new Set([`${there.size}`]));
  expect(there.size).toBeGreaterThan(480);
  const created = (rows: readonly Row[]) =>
    rows.flatMap(({ doc }) => (doc?.type === 'jobEvent' ? [doc.createdAt] : [])).toSorted();
  const early = new Set(firstRows.map(({ id }) => id));
  const late = created((await desk.rows()).filter(({ id }) => !early.has(id)));
  expect(early.size).toBeGreaterThan(199);
  expect(late.length).toBeGreaterThan(0);
  // Newest first.
  expect((created(firstRows)[0] ?? '') >= (late.at(-1) ?? '')).toBe(true);
  const requests = named(urls, '/_bulk_get').length + named(urls, '/_changes').length;
  expect(requests).toBeLessThanOrEqual(5);
  expect(await desk.db.connection().get('meta', 'firstSync')).toEqual({
    done: there.size,
    total: there.size,
    complete: true,
  });
  for (const [id, body] of await plain(manager)) expect([id, there.get(id)]).toEqual([id, body]);
  expect(desk.errors).toEqual([]);
}, 60_000);

test('a long gap is listed instead of read page by page, and what was lost in it leaves', async () => {
  const owner = await registerOwner(server);
  const asha = await joinAsManager(server, owner);
  const [desk, phone] = [await newPhone(server, owner), await newPhone(server, asha)];
  const [first, second] = [await phone.openJob(), await phone.openJob({ plate: 'MH12AB0002' })];
  await phone.engine.syncOnce();
  await desk.engine.syncOnce();
  await desk.openJob({ plate: 'MH12AB0003', phone: '+919812345678' });
  await desk.engine.syncOnce();
  const before = (await phone.rows()).length;
  const urls: URL[] = [];
  let isGap = true;
  phone.network = async (send, url, init) => {
    urls.push(new URL(url, 'http://server'));
    const answer = await send(url, init);
    if (!url.includes('/_changes') || !isGap) return answer;
    isGap = false;
    const page = (await answer.json()) as object;
    const json = { headers: { 'content-type': 'application/json' } };
    return new Response(JSON.stringify({ ...page, pending: 5001 }), json);
  };
  await phone.engine.syncOnce();
  expect(named(urls, '/ids')).toHaveLength(1);
  expect((await phone.rows()).length).toBeGreaterThan(before);
  expect(await phone.document(first)).toEqual(await desk.document(first));
  expect(await phone.document(second)).toEqual(await desk.document(second));
  await phone.engine.syncOnce();
  expect(named(urls, '/ids')).toHaveLength(1);
});

test('what was sent during a first sync stays no branch beside the join that the list names', async () => {
  const owner = await registerOwner(server);
  const manager = await newPhone(server, await joinAsManager(server, owner));
  const ids: string[] = [];
  // Which of two edits wins is drawn by their revisions.
  for (let count = 0; count < 8; count += 1)
    ids.push(await manager.openJob({ plate: `MH15AB${1000 + count}` }));
  await manager.engine.syncOnce();
  let desk = await newPhone(server, owner);
  expect(await killAt(desk, 'fill:gone')).toBe(true);
  desk = await desk.reopen();
  const edit = (phone: Phone, id: string, changes: Parameters<typeof editJob>[2]) =>
    phone.save(async (context, documents) => {
      const job = await documents.get<Job>(id);
      if (job === undefined) throw new Error('no job');
      return editJob(context, job, changes);
    });
  for (const id of ids) {
    await edit(manager, id, { carModel: 'Swift' });
    await edit(desk, id, { internalNotes: 'Brakes' });
  }
  await manager.engine.syncOnce();
  await desk.engine.syncOnce();
  const [replica] = desk.replicas();
  const found = await replica?.allDocs({ keys: ids, include_docs: true, conflicts: true });
  const branches = found?.rows.map((row) => ('doc' in row ? row.doc?._conflicts : ['missing']));
  expect(branches).toEqual(ids.map(() => undefined));
  for (const id of ids)
    expect(await desk.document(id)).toMatchObject({ carModel: 'Swift', internalNotes: 'Brakes' });
}, 60_000);

test('a server restored from a backup gets back what this person had sent, edits too, and nothing is doubled', async () => {
  const own = await restartableServer();
  const owner = await registerOwner(own);
  const [desk, phone] = [await newPhone(own, owner), await newPhone(own, await joinAsManager(own, owner))];
  const kept = await phone.openJob({ estimatedAmount: money(100_000) });
  await phone.engine.syncOnce();
  await own.backUp();
  const lost = await phone.openJob({ plate: 'MH12AB0002' });
  await phone.save(async (context, documents) => {
    const job = await documents.get<Job>(kept);
    if (job === undefined) throw new Error('no job');
    return editJob(context, job, { carModel: 'After the backup' });
  });
  await phone.engine.syncOnce();
  await desk.openJob({ plate: 'MH12AB0003' });
  await desk.engine.syncOnce();
  await desk.save(async (context, documents) => {
    const job = await documents.get<Job>(kept);
    if (job === undefined) throw new Error('no job');
    return editJob(context, job, { customerName: 'By the owner' });
  });
  await desk.engine.syncOnce();
  const before = await plain(desk);
  await own.restore();
  for (const one of [phone, desk, phone, desk]) await one.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect(await phone.tray()).toEqual([]);
  const fresh = await newPhone(own, owner);
  await fresh.engine.syncOnce();
  expect(await fresh.document(lost)).toBeDefined();
  expect(await fresh.document(kept)).toMatchObject({
    carModel: 'After the backup',
    customerName: 'By the owner',
  });
  const after = await plain(fresh);
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  await own.stop();
}, 60_000);
