import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../store/embedded/embedded-store-server.ts';

/** Run as a process of its own: writes bulks for ever and prints each id once it is acknowledged. */
const [folder = '', round = '0'] = process.argv.slice(2);
const server = await openEmbeddedStore({ folder });
const store = await server.open('ws-killed');
const hash = 'a'.repeat(32);

for (let bulk = 0; ; bulk += 1) {
  const ids = Array.from({ length: 50 }, (_, index) => `entry:${round}-${bulk}-${index}`);
  await store.bulkWrite(
    ids.map((_id) => ({ _id, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] }, bulk })),
  );
  const claim = await store.put({ _id: `claim:${round}-${bulk}`, holder: round });
  // Straight to the pipe: a line that waits in this process would die with it and prove less.
  if (claim.outcome === 'created') writeSync(1, `${bulk}\n`);
}
