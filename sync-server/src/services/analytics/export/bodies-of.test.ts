import type { AnyDocument } from '@revops/domain';
import { expect, it } from 'vitest';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { bodiesOf } from './bodies-of.ts';

const ids = Array.from({ length: 2500 }, (_none, index) => `job:${String(index).padStart(5, '0')}`);

/** A store that knows one question, and counts how often it is asked. */
function counting(failsAt = Number.POSITIVE_INFINITY) {
  let asked = 0;
  const allDocs: DocumentStore['allDocs'] = (query) => {
    asked += 1;
    if (asked === failsAt) return Promise.reject(new Error('the store went away'));
    if ('keys' in query) throw new Error('asked by range');
    const found = ids.filter((id) => id >= query.startId && id <= query.endId).slice(0, query.limit);
    return Promise.resolve(found.map((_id): StoredDocument => ({ _id, _rev: '1-a', type: 'job' })));
  };
  return { store: { allDocs } as DocumentStore, asked: () => asked };
}

it('brings every document once, in order, and is one page ahead at most', async () => {
  const { store, asked } = counting();
  const found: string[] = [];
  let pages = 0;
  for await (const page of bodiesOf<AnyDocument>(store, 'job')) {
    pages += 1;
    expect(asked()).toBeLessThanOrEqual(pages + 1);
    found.push(...page.map(({ _id }) => _id));
  }
  expect(found).toEqual(ids);
});

it('asks no more once nobody takes, and fails where the store does', async () => {
  const { store, asked } = counting();
  const reading = bodiesOf(store, 'job');
  await reading.next();
  await reading.return(undefined);
  expect(asked()).toBe(2);
  const broken = bodiesOf(counting(2).store, 'job');
  await broken.next();
  await expect(broken.next()).rejects.toThrow('the store went away');
});
