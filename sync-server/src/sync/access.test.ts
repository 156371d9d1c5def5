import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { changed, over, type Phone, typed, type WireDocument } from '#src/testing/sync-kit.ts';

/** Everything of the manager's that nobody but the owners may read. */
let secrets: readonly WireDocument[];
const marks = ['Top secret customer', '98989', 'gearbox whine', 'SECRETUTR99'];
const { server, owner, manager, second, join } = await startWorkshop({ config: { longpollMs: 300 } });
const technician = await join('technician');

beforeAll(async () => {
  const workshop = await owner.get('workshop:self');
  await owner.send([over(workshop, changed(owner, workshop, { shareCustomers: false }))]);
  const documents = manager.openJob({ customerName: marks[0], workDescription: marks[2] });
  const job = typed(documents, 'job');
  const money = manager.pay(job, 98_989, { method: 'upi', utr: marks[3] });
  await manager.send([...documents, ...money]);
  await manager.call('/_local/checkpoint-of-manager', { method: 'PUT', body: { last_seq: marks[2] } });
  const ids = [...documents, ...money].map((document) => document._id);
  secrets = await Promise.all(ids.map((id) => manager.get(id)));
});
afterAll(() => server.stop());

const enc = encodeURIComponent;

/** Every way there is to read, asked by somebody who knows all ids and revisions. */
function attempts(): readonly (readonly [string, unknown?])[] {
  const ids = secrets.map((document) => document._id);
  const docs = secrets.map(({ _id: id, _rev: rev }) => ({ id, rev }));
  const perDocument = secrets.flatMap(({ _id, _rev }): (readonly [string])[] => [
    [`/${enc(_id)}`],
    [`/${enc(_id)}?rev=${_rev}&revs=true&latest=true`],
    [`/${enc(_id)}?open_revs=all&revs=true`],
    [`/${enc(_id)}?open_revs=${enc(JSON.stringify([_rev]))}&latest=true`],
    [`/${enc(_id)}/`],
    [`/${enc(_id)}?conflicts=true&meta=true`],
  ]);
  return [
    ...perDocument,
    ['/_changes'],
    ['/_changes?include_docs=true&style=all_docs&conflicts=true'],
    ['/_changes?feed=longpoll&include_docs=true&since=0'],
    ['/_changes?feed=continuous&include_docs=true'],
    ['/_changes', { include_docs: true, since: '0' }],
    ['/_bulk_get?revs=true&latest=true', { docs }],
    ['/_bulk_get', { docs: ids.map((id) => ({ id })) }],
    ['/_all_docs?include_docs=true', { keys: ids }],
    ['/_all_docs', { keys: ids, include_docs: true }],
    ['/_revs_diff', Object.fromEntries(docs.map(({ id }) => [id, [`2-${'a'.repeat(32)}`]]))],
    ['/_local/checkpoint-of-manager'],
    [`/_local/${enc(`checkpoints:${manager.userId}:${manager.context.deviceId}`)}`],
    ['/_all_docs'],
    ['/_design/revops'],
    ['/_design/revops/_view/by-access'],
    ['/_find', { selector: {} }],
    ['/_changes?include_docs=true&since=now'],
    ['/timelines:self'],
    [`/${enc(`claim:utr:${marks[3]}`)}`],
    [`/${enc(`counter:${manager.context.deviceId}`)}`],
    ['/%2e%2e%2f' + enc(secrets[0]?._id ?? '')],
    ['/..%2fws-x'],
    ['/'],
    [''],
  ];
}

async function textOf(phone: Phone, path: string, body?: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}/sync/${phone.session.workshop.id}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${phone.session.accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

describe.each([
  ['the second manager', () => second],
  ['a technician', () => technician],
])('%s', (_name, who) => {
  it('receives nothing of the first manager’s job through any endpoint', async () => {
    const words = [...marks, ...secrets.map((document) => document._rev)];
    const told: string[] = [];
    for (const [path, body] of attempts()) {
      const { status, text } = await textOf(who(), path, body);
      const asked = decodeURIComponent(path) + JSON.stringify(body);
      const leaked = words.filter((word) => !asked.includes(word) && text.includes(word));
      told.push(...leaked.map((word) => `${path} tells ${word}`));
      if (status >= 500) told.push(`${path} answers ${status}`);
    }
    expect(told).toEqual([]);
  });

  it('cannot tell an unseen document from an unknown one', async () => {
    const [job] = secrets as readonly [WireDocument];
    const unknown = `job:${crypto.randomUUID()}`;
    const ask = async (id: string, rev: string): Promise<string> => {
      const answers = [
        await who().call(`/${enc(id)}`),
        await who().call(`/${enc(id)}?open_revs=all`),
        await who().call(`/${enc(id)}?open_revs=${enc(JSON.stringify([rev]))}`),
        await who().call('/_bulk_get', { body: { docs: [{ id, rev }] } }),
        await who().call('/_revs_diff', { body: { [id]: [rev, job._rev] } }),
        await who().call('/_all_docs', { body: { keys: [id] } }),
      ];
      return JSON.stringify(answers.map(({ status, body }) => [status, body])).replaceAll(id, 'ID');
    };
    expect(await ask(job._id, job._rev)).toBe(await ask(unknown, job._rev));
  });
});

it('the attempts are real: the manager’s own find every secret', async () => {
  const texts = await Promise.all(attempts().map(([path, body]) => textOf(manager, path, body)));
  for (const mark of marks) expect(texts.filter(({ text }) => text.includes(mark)).length).toBeGreaterThan(4);
});

it('the owner and the manager read all of it through each endpoint', async () => {
  for (const phone of [owner, manager]) {
    const docs = secrets.map(({ _id: id, _rev: rev }) => ({ id, rev }));
    const got = await phone.call<{ results: { id: string; docs: { ok: WireDocument }[] }[] }>(
      '/_bulk_get?revs=true',
      { body: { docs } },
    );
    expect(Object.keys(got.body)).toEqual(['results']);
    expect(got.body.results.map((row) => row.docs[0]?.ok)).toEqual(secrets);
    const feed = await phone.changes('include_docs=true');
    const seen = feed.results.map((row) => row.id);
    for (const { _id } of secrets) expect(seen).toContain(_id);
    expect(
      (await phone.call('/_revs_diff', { body: Object.fromEntries(docs.map(({ id, rev }) => [id, [rev]])) }))
        .body,
    ).toEqual({});
  }
});

it('answers a bulk in the order of its requests, with empty rows for what is unseen', async () => {
  const own = typed(second.openJob(), 'job');
  await second.send([own]);
  const wanted = [secrets[0]?._id ?? '', own._id, 'job:nowhere', own._id];
  const answer = await second.call<{ results: { id: string; docs: unknown[] }[] }>('/_bulk_get', {
    body: { docs: wanted.map((id) => ({ id })) },
  });
  expect(answer.body.results.map((row) => [row.id, row.docs.length])).toEqual(
    wanted.map((id) => [id, id === own._id ? 1 : 0]),
  );
});

it('a technician reads what names the technician, and writes nothing', async () => {
  const feed = await technician.changes('include_docs=true');
  expect(feed.results.map((row) => row.id)).toEqual(['workshop:self']);
  expect(await technician.codes(technician.openJob())).not.toContain('ok');
});

it('notes of a replicator are kept per person, device and view, few and small', async () => {
  const put = (phone: Phone, id: string, body: object) =>
    phone.call(`/_local/${id}`, { method: 'PUT', body });
  const first = await put(manager, 'a', { last_seq: 1 });
  expect([first.status, first.body['rev']]).toEqual([201, '0-1']);
  expect((await put(manager, 'a', { last_seq: 2 })).status).toBe(409);
  expect((await put(manager, 'a', { last_seq: 2, _rev: '0-1' })).body['rev']).toBe('0-2');
  expect((await manager.call('/_local/a')).body).toEqual({ _id: '_local/a', _rev: '0-2', last_seq: 2 });
  expect((await second.call('/_local/a')).status).toBe(404);
  expect((await put(manager, 'b', { text: 'x'.repeat(9000) })).status).toBe(413);
  for (let index = 0; index < 25; index += 1) await put(manager, `n${index}`, { index });
  expect((await manager.call('/_local/n24')).status).toBe(200);
  expect((await manager.call('/_local/n0')).status).toBe(404);
});

it('what a job’s old desk loses is no longer served to it', async () => {
  const documents = manager.openJob();
  await manager.send(documents);
  const job = await manager.get(typed(documents, 'job')._id);
  const moved = { ...changed(owner, job, { desk: second.userId }), access: [`desk:${second.userId}`] };
  expect(await owner.codes([over(job, moved)])).toEqual(['ok']);
  expect((await manager.call(`/${enc(job._id)}`)).status).toBe(404);
  const row = (await manager.changes('include_docs=true')).results.find(({ id }) => id === job._id);
  expect(Object.keys(row?.doc ?? {}).toSorted()).toEqual(['_deleted', '_id', '_rev']);
  expect((await second.get(job._id))['desk']).toBe(second.userId);
});
