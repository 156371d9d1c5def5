import { expect, it } from 'vitest';
import { revision } from '../../store/contract/contract-kit.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { scratchSource } from '../../testing/backup-kit.ts';
import { readLeaves, type Leaves } from './read-leaves.ts';

/** A store in which something is written just after a page of the feed was read and before its bodies are. */
function writingBetween(store: DocumentStore, writes: (() => Promise<void>)[]): DocumentStore {
  return {
    info: () => store.info(),
    changes: (options) => store.changes(options),
    async leavesOf(ids) {
      await writes.shift()?.();
      return store.leavesOf(ids);
    },
  } as DocumentStore;
}

async function readAll(
  store: DocumentStore,
): Promise<{ readonly found: ReadonlyMap<string, Leaves>; readonly seq: string }> {
  const found = new Map<string, Leaves>();
  const pages = readLeaves(store);
  for (;;) {
    const { value, done } = await pages.next();
    if (done) return { found, seq: value };
    for (const leaves of value) found.set(leaves[0]?._id ?? '', leaves);
  }
}

it('takes both documents of a bulk that came in between, or neither', async () => {
  const source = await scratchSource();
  const store = await source.stores.open('ws-rao');
  await store.bulkWrite([revision('left:1', 'a')]);
  const between = () => store.bulkWrite([revision('left:1', 'ab'), revision('right:1', 'a')]);
  const { found } = await readAll(writingBetween(store, [between]));
  expect(found.get('left:1')?.[0]?._rev.startsWith('2-')).toBe(true);
  expect(found.has('right:1')).toBe(true);
  await source.end();
});

it('comes to an end behind a document that changes all the time, at the place that it names', async () => {
  const source = await scratchSource();
  const store = await source.stores.open('ws-rao');
  await store.bulkWrite([revision('hot', 'a'), revision('cold', 'a')]);
  const writes = ['ab', 'abc', 'abcd'].map((path) => () => store.bulkWrite([revision('hot', path)]));
  const { found, seq } = await readAll(writingBetween(store, writes));
  expect(found.get('hot')?.[0]?._rev.startsWith('4-')).toBe(true);
  expect(found.get('cold')).toHaveLength(1);
  expect(seq).toBe((await store.info()).updateSeq);
  await source.end();
});
