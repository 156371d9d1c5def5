import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figuresOf, figuresOfTotals, md5, seededRandom, type AnyDocument } from '@revops/domain';
import { randomHistory, withClashes } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeAll, uniquePrefix } from '#src/store/contract/contract-kit.ts';
import { openCouchStore } from '#src/store/couchdb/couch-store-server.ts';
import type { DocumentStore, RevisionBody, StoreServer } from '#src/store/document-store.ts';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { KeptFigures } from './kept-figures.ts';

const timeZone = 'Asia/Kolkata';
const today = '2026-04-02';
const seeds = fc.integer({ min: 0, max: 1e9 });

const url = process.env['COUCHDB_URL'] ?? '';
if (url === '') process.stdout.write('Figures on CouchDB were SKIPPED: COUCHDB_URL is not set.\n');

/** A document over what is stored of it. */
class Revisions {
  readonly #ids = new Map<string, readonly string[]>();

  over(document: AnyDocument): RevisionBody {
    const known = this.#ids.get(document._id) ?? [];
    const ids = [md5(JSON.stringify(document) + known.length), ...known];
    this.#ids.set(document._id, ids);
    return { ...document, _rev: `${ids.length}-${ids[0]}`, _revisions: { start: ids.length, ids } };
  }
}

/** Everything stored, read body by body. */
async function recomputed(store: DocumentStore) {
  const stored = await store.allDocs({ startId: 'a', endId: 'z' });
  return figuresOf(stored as unknown as readonly AnyDocument[], { timeZone, today });
}

const kept = (figures: KeptFigures, zone = timeZone, period = {}) =>
  figures.use(zone, ({ totals }) => figuresOfTotals(totals, { today, period }));

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => [random.next(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

const kinds: readonly (readonly [string, () => Promise<StoreServer>])[] = [
  ['embedded', async () => openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-figures-')) })],
  ...(url === '' ? [] : ([['CouchDB', () => openCouchStore({ url, prefix: uniquePrefix() })]] as const)),
];

describe.each(kinds)('kept figures on the store %s', (_name, open) => {
  let server: StoreServer;
  let databases = 0;
  beforeAll(async () => {
    server = await open();
  });
  afterAll(() => removeAll(server));
  const fresh = (): Promise<DocumentStore> => server.open(`ws-${(databases += 1)}`);

  it('equal those recomputed from every document, to the paisa, while a workshop works', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const [store, revisions] = [await fresh(), new Revisions()];
        const figures = new KeptFigures(store);
        const { steps } = randomHistory(seed, 90);
        for (let at = 0; at < steps.length; at += 15) {
          // As merged with what was stored: a history's acts see the whole workshop.
          const documents = steps.slice(at, at + 15).flatMap(({ act }) => act.documents);
          await store.bulkWrite(documents.map((document) => revisions.over(document)));
          expect(await kept(figures)).toEqual(await recomputed(store));
        }
        expect(await kept(new KeptFigures(store))).toEqual(await recomputed(store));
      }),
      { numRuns: 3 },
    );
  });

  it('equal them in whatever order documents arrive, with clashes, and after some are gone', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, seeds, async (seed, order) => {
        const [store, revisions] = [await fresh(), new Revisions()];
        const figures = new KeptFigures(store);
        const documents = shuffled(withClashes([...randomHistory(seed, 110).stored.values()]), order);
        for (const part of [documents.slice(0, 40), documents.slice(40, 90), documents.slice(90)]) {
          await store.bulkWrite(part.map((document) => revisions.over(document)));
          expect(await kept(figures)).toEqual(await recomputed(store));
        }
        const gone = documents.filter((one, index) => index % 4 === 0 && one.type !== 'workshop');
        await store.bulkWrite(gone.map((one) => ({ ...revisions.over(one), _deleted: true })));
        expect(await kept(figures)).toEqual(await recomputed(store));
        expect(await kept(new KeptFigures(store))).toEqual(await recomputed(store));
      }),
      { numRuns: 3 },
    );
  });

  it('are those of another time zone as soon as it is another', async () => {
    const [store, revisions] = [await fresh(), new Revisions()];
    const figures = new KeptFigures(store);
    await store.bulkWrite([...randomHistory(7, 120).stored.values()].map((one) => revisions.over(one)));
    await kept(figures);
    const stored = (await store.allDocs({ startId: 'a', endId: 'z' })) as unknown as readonly AnyDocument[];
    for (const zone of ['America/Los_Angeles', timeZone]) {
      const period = { to: '2026-03-31' };
      expect(await kept(figures, zone, period)).toEqual(figuresOf(stored, { timeZone: zone, today, period }));
    }
  });
});
