import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bodyOf, fresh, typed, type FeedAnswer } from '@revops/sync-server/testing';
import { openGateway } from './gateway.ts';
import { isGatewayOnCouch } from './plain-couchdb.ts';
import { has, PouchKit, pull, push } from './pouch.ts';

const kit = new PouchKit();
const folders: string[] = [];
afterEach(() => kit.close());
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const jwtSecrets = ['x'.repeat(40)];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'revops-restored-'));
  folders.push(made);
  return made;
}

// CouchDB's files cannot be put back through its HTTP interface; the server's own tests restart one of their own.
describe.skipIf(isGatewayOnCouch)('after the data files were put back by hand', () => {
  it('a client is told that the feed restarted, reads it whole, and its push finds what was lost', async () => {
    const [dataDir, backup] = [await folder(), await folder()];
    const first = await openGateway({ config: { dataDir, jwtSecrets } });
    const { manager } = first;
    await manager.send(manager.openJob());
    await first.server.stop();
    await cp(dataDir, backup, { recursive: true });

    const second = await openGateway({ config: { dataDir, jwtSecrets } });
    const local = kit.replica();
    const lost = bodyOf(typed(manager.openJob(), 'job'));
    await local.put(lost as never);
    const before = kit.remote(manager, { url: second.server.url });
    await push(local, before);
    await pull(local, before);
    const { last_seq: since } = await second.manager.changes('since=now').then(() =>
      second.server
        .call<FeedAnswer>(`/sync/${manager.session.workshop.id}/_changes?since=now`, {
          token: manager.session.accessToken,
        })
        .then((answer) => answer.body),
    );
    await second.server.stop();
    await rm(dataDir, { recursive: true });
    await cp(backup, dataDir, { recursive: true });

    const third = await openGateway({ config: { dataDir, jwtSecrets } });
    const written = fresh(bodyOf(typed(manager.openJob(), 'job')));
    const token = manager.session.accessToken;
    const path = `/sync/${manager.session.workshop.id}`;
    await third.server.call(`${path}/_bulk_docs`, { token, body: { docs: [written], new_edits: false } });
    const answer = await third.server.call<FeedAnswer>(
      `${path}/_changes?since=${encodeURIComponent(since)}`,
      { token },
    );
    expect(answer.body.restarted).toBe(true);
    expect(answer.body.results.map((row) => row.id)).toContain(written._id);
    const remote = kit.remote(manager, { url: third.server.url });
    await pull(local, remote);
    expect(await has(local, written._id)).toBe(true);
    // The server's half of the push checkpoint went with the files, so PouchDB offers everything again.
    await push(local, remote);
    const found = await third.server.call(`${path}/${encodeURIComponent(lost._id)}`, { token });
    expect(found.status).toBe(200);
    await third.server.stop();
  });
});
