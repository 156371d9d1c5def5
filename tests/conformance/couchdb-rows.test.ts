import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, typed } from '@revops/sync-server/testing';
import { openGateway, type Gateway } from './gateway.ts';
import { couchdbUrl, PlainCouch } from './plain-couchdb.ts';

const hash = (digit: string): string => digit.repeat(32);
const enc = encodeURIComponent;

interface Raw {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions: { readonly start: number; readonly ids: readonly string[] };
  readonly [field: string]: unknown;
}

/** One plain document, one with a losing branch, one that was deleted, one with a history. */
function documents(body: object): readonly Raw[] {
  const { _id: _given, ...content } = body as { readonly _id: string };
  const raw = (id: string, ids: readonly string[], more: object = {}): Raw => ({
    ...content,
    _id: id,
    _rev: `${ids.length}-${ids[0]}`,
    _revisions: { start: ids.length, ids },
    ...more,
  });
  return [
    raw('job:a', [hash('a')]),
    raw('job:b', [hash('b'), hash('1')]),
    raw('job:b', [hash('c'), hash('1')], { internalNotes: 'The other branch' }),
    raw('job:c', [hash('d')]),
    raw('job:c', [hash('e'), hash('d')], { _deleted: true }),
    raw('job:d', [hash('3'), hash('2'), hash('1')]),
  ];
}

let round = 0;

/** The ids of this test's own documents, in an address or a body. */
const named = (text: string): string =>
  text.replaceAll(/job(?:%3A|:)[a-d](-[0-9]+)?/g, (id, has: string | undefined) =>
    has === undefined ? `${id}-${round}` : id,
  );

describe.skipIf(couchdbUrl === undefined)(
  'the gateway and a plain CouchDB word the same answers',
  { retry: 2 },
  () => {
    let gateway: Gateway;
    let couch: PlainCouch;
    let raws: readonly Raw[];
    beforeAll(async () => {
      gateway = await openGateway();
      couch = new PlainCouch(couchdbUrl ?? '');
      await couch.create();
    });
    // New ones for each test: the sweeper joins the branches, as it should, a moment after they came.
    beforeEach(async () => {
      round += 1;
      raws = documents(bodyOf(typed(gateway.owner.openJob(), 'job'))).map((raw) => ({
        ...raw,
        _id: named(raw._id),
      }));
      const store = await gateway.server.context.workshopStore(gateway.owner.session.workshop.id);
      await store.bulkWrite(raws);
      await couch.call('/_bulk_docs', 'POST', { docs: raws, new_edits: false });
    });
    afterAll(async () => {
      await couch.remove();
      await gateway.server.stop();
    });

    /** The same question to both; what only the gateway holds, and places in a feed, are left out. */
    async function both(asked: string, given?: unknown): Promise<{ ours: Comparable; theirs: Comparable }> {
      const path = named(asked);
      const body = given === undefined ? undefined : (JSON.parse(named(JSON.stringify(given))) as unknown);
      const ours = await gateway.owner.call(path, body === undefined ? {} : { body });
      const theirs = await couch.call(path, body === undefined ? 'GET' : 'POST', body);
      return {
        ours: comparable(ours.status, ours.body),
        theirs: comparable(theirs.status, theirs.body),
      };
    }

    it.each([
      ['_changes', '/_changes'],
      ['_changes with every leaf', '/_changes?style=all_docs'],
      ['_changes with bodies', '/_changes?include_docs=true&style=all_docs'],
    ])('%s: rows', async (_title, path) => {
      const { ours, theirs } = await both(path);
      expect(ours).toEqual(theirs);
    });

    it.each([
      '/_changes?limit=1',
      '/_changes?feed=longpoll&limit=2',
      '/_changes?since=0&limit=3',
      '/_changes?since=now',
    ])('%s: the frame around the rows', async (path) => {
      const [ours, theirs] = [await gateway.owner.call<Frame>(path), await couch.call<Frame>(path)];
      expect(Object.keys(ours.body).toSorted()).toEqual(Object.keys(theirs.body).toSorted());
      expect(ours.body.results.length).toBe(Math.min(theirs.body.results.length, ours.body.results.length));
      expect([typeof ours.body.last_seq, typeof ours.body.pending]).toEqual([
        typeof theirs.body.last_seq,
        typeof theirs.body.pending,
      ]);
    });

    it('_bulk_get: every leaf, exact revisions, ancestors by latest, and what is missing as empty rows', async () => {
      // Bodies of ancestors go at the next compaction, here or there.
      const leaves = raws.filter(({ _id, _deleted }) => _id !== named('job:c') || _deleted === true);
      const docs = leaves.map(({ _id: id, _rev: rev }) => ({ id, rev }));
      for (const query of ['', '?revs=true', '?revs=true&latest=true', '?latest=true']) {
        const { ours, theirs } = await both(`/_bulk_get${query}`, { docs });
        expect([query, ours]).toEqual([query, theirs]);
      }
      const ancestor = { docs: [{ id: 'job:d', rev: `1-${hash('1')}` }] };
      const { ours, theirs } = await both('/_bulk_get?revs=true&latest=true', ancestor);
      expect(ours).toEqual(theirs);
      const { body } = await gateway.owner.call('/_bulk_get', { body: { docs: [{ id: 'job:nowhere' }] } });
      expect(body).toEqual({ results: [{ id: 'job:nowhere', docs: [] }] });
    });

    it.each([
      '/job%3Ab?open_revs=all',
      '/job%3Ab?open_revs=all&revs=true',
      `/job%3Ab?open_revs=${enc(JSON.stringify([`2-${hash('b')}`]))}&revs=true`,
      `/job%3Ab?open_revs=${enc(JSON.stringify([`9-${hash('f')}`]))}`,
      `/job%3Ad?open_revs=${enc(JSON.stringify([`1-${hash('1')}`]))}&latest=true`,
      '/job%3Aa',
      '/job%3Aa?revs=true',
      `/job%3Ab?rev=2-${hash('b')}`,
      '/job%3Ac',
      '/job%3Anowhere',
    ])('GET %s', async (path) => {
      const { ours, theirs } = await both(path);
      expect(ours).toEqual(theirs);
    });

    it('_revs_diff: what is missing; no ancestors are told', async () => {
      const body = {
        'job:a': [`1-${hash('a')}`, `2-${hash('f')}`],
        'job:b': [`2-${hash('c')}`, `1-${hash('1')}`],
        'job:nowhere': [`1-${hash('a')}`],
      };
      const { ours, theirs } = await both('/_revs_diff', body);
      const told = JSON.parse(JSON.stringify(theirs), (key, value: unknown) =>
        key === 'possible_ancestors' ? undefined : value,
      ) as Comparable;
      expect(ours).toEqual(told);
    });

    it('_all_docs with keys: found, deleted and unknown', async () => {
      const keys = ['job:a', 'job:nowhere', 'job:c', 'job:b'];
      for (const body of [{ keys }, { keys, include_docs: true }]) {
        const { ours, theirs } = await both('/_all_docs', body);
        expect(ours.body).toMatchObject({ rows: (theirs.body as { rows: unknown }).rows });
      }
      const query = `/_all_docs?include_docs=true&keys=${enc(JSON.stringify(keys))}`;
      const { ours, theirs } = await both(query);
      expect(ours.body).toMatchObject({ rows: (theirs.body as { rows: unknown }).rows });
    });

    it('_local documents: made, changed, read', async () => {
      const put = async (
        call: (body: object) => Promise<{ status: number; body: unknown }>,
      ): Promise<unknown[]> => {
        const first = await call({ last_seq: 1 });
        const next = await call({ last_seq: 2, _rev: '0-1' });
        return [first.status, first.body, next.status, next.body];
      };
      const path = '/_local/conformance';
      const ours = await put((body) => gateway.owner.call(path, { method: 'PUT', body }));
      const theirs = await put((body) => couch.call(path, 'PUT', body));
      expect(ours).toEqual(theirs);
      expect((await gateway.owner.call(path)).body).toEqual((await couch.call(path)).body);
    });
  },
);

it.runIf(couchdbUrl === undefined)('skipped without COUCHDB_URL: rows compared with a plain CouchDB', () => {
  expect(couchdbUrl).toBeUndefined();
});

interface Frame {
  readonly results: readonly unknown[];
  readonly last_seq: unknown;
  readonly pending: unknown;
}

interface Comparable {
  readonly status: number;
  readonly body: unknown;
}

/** Places in a feed differ, and so does what only the gateway holds or says. */
function comparable(status: number, body: unknown): Comparable {
  if (Array.isArray(body)) return { status, body: body.toSorted(byText) };
  const told = without(body, ['last_seq', 'pending', 'code']);
  const { results } = told;
  if (!Array.isArray(results)) return { status, body: told };
  const rows = (results as Record<string, unknown>[])
    .filter((row) => String(row['id']).endsWith(`-${round}`))
    .map((row) => without(row, ['seq']))
    .toSorted(byText);
  return { status, body: { ...told, results: rows } };
}

const without = (body: unknown, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body as object).filter(([name]) => !names.includes(name)));

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
