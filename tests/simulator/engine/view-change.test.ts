import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone } from './phone.ts';
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

interface Page {
  results?: { id: string }[];
  rows?: { id: string }[];
}

interface Bodies {
  results: { id: string; docs: { ok?: { _revisions: { start: number; ids: string[] } } }[] }[];
}

/** As the gateway answers for a document that the person has lost. */
function removed({ id, docs }: Bodies['results'][number]) {
  const { start = 0, ids = [] } = docs[0]?.ok?._revisions ?? {};
  const hash = 'f'.repeat(32);
  const _revisions = { start: start + 1, ids: [hash, ...ids] };
  return { id, docs: [{ ok: { _id: id, _rev: `${start + 1}-${hash}`, _deleted: true, _revisions } }] };
}

test('another view means another replica: what it lacks leaves the device, and the old one is destroyed', async () => {
  const owner = await registerOwner(server);
  const phone = await newPhone(server, await joinAsManager(server, owner));
  const [kept, lost] = [await phone.openJob(), await phone.openJob({ plate: 'MH12AB0002' })];
  await phone.engine.syncOnce();
  const [before] = phone.replicas();
  phone.network = async (send, url, init) => {
    const answer = await send(url, init);
    const path = new URL(url, 'http://server').pathname;
    const json = { headers: { 'content-type': 'application/json' } };
    if (path === '/sync/') return new Response(JSON.stringify({ couchdb: 'Welcome', uuid: 'other' }), json);
    if (path.endsWith('/_bulk_get')) {
      const bodies = (await answer.json()) as Bodies;
      const answered = bodies.results.map((one) => (one.id === lost ? removed(one) : one));
      return new Response(JSON.stringify({ results: answered }), json);
    }
    if (!path.endsWith('/_changes') && !path.endsWith('/ids')) return answer;
    const { results, rows, ...page } = (await answer.json()) as Page;
    const others = (list: Page['rows']) => list?.filter(({ id }) => id !== lost);
    return new Response(JSON.stringify({ ...page, results: others(results), rows: others(rows) }), json);
  };
  const unsent = await phone.openJob({ plate: 'MH12AB0003' });
  const rowsMeanwhile: number[] = [];
  phone.onStep = async () => void rowsMeanwhile.push((await phone.rows()).length);
  await phone.engine.syncOnce();
  expect(await phone.document(lost)).toBeUndefined();
  expect(await phone.document(kept)).toBeDefined();
  expect(await phone.document(unsent)).toBeDefined();
  // Nothing flickers: rows go one by one at the end, never all at once.
  expect(Math.min(...rowsMeanwhile)).toBeGreaterThanOrEqual((await phone.rows()).length);
  const replicas = phone.replicas();
  expect(replicas.map(({ name }) => name.endsWith('-other'))).toEqual([true]);
  expect(replicas[0]).not.toBe(before);
  expect(await replicas[0]?.allDocs({ keys: [lost] })).toMatchObject({
    rows: [{ value: { deleted: true } }],
  });
});
