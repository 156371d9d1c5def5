import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, typed, type FeedAnswer } from '@revops/sync-server/testing';
import { longpollMs, openGateway, until, type Gateway } from './gateway.ts';
import { KeptPlace } from './plain-couchdb.ts';
import { has, PouchKit, pull, push, tuned } from './pouch.ts';

let gateway: Gateway;
const kit = new PouchKit();
beforeAll(async () => {
  gateway = await openGateway();
  kit.use(gateway.server.url);
});
afterEach(() => kit.close());
afterAll(() => gateway.server.stop());

const backOff = { retry: true, back_off_function: () => 100 };

describe('PouchDB 9 stays connected', () => {
  it('hears live of others’ documents and sends its own, in one live sync', async () => {
    const { owner, manager } = gateway;
    const [local, remote] = [kit.replica(), kit.remote(manager)];
    const live = local.sync(remote, { live: true, ...backOff });
    const [mine] = manager.openJob().map(bodyOf);
    await local.put(mine as never);
    await until(async () => (await owner.ids()).includes(mine?._id ?? ''));
    const theirs = owner.openJob({ desk: manager.userId });
    await owner.send(theirs);
    await until(() => has(local, typed(theirs, 'job')._id));
    live.cancel();
  });

  it('T5: a token that runs out ends it with "unauthorized", and with a new one it goes on where it stood', async () => {
    const { manager } = gateway;
    let token = manager.session.accessToken;
    const local = kit.replica();
    const remote = kit.remote(manager, { token: () => token });
    await pull(local, remote);
    token = 'x.y.z';
    const ended = local.replicate.from(remote, { live: true, ...backOff });
    const error = await new Promise<{ name?: string; status?: number }>((resolve) => {
      void ended.on('error', (given) => resolve(given));
      ended.catch(() => undefined);
    });
    expect(error).toMatchObject({ name: 'unauthorized', status: 401 });
    token = manager.session.accessToken;
    await manager.send(manager.openJob());
    expect((await pull(local, remote)).docs_read).toBeLessThan(6);
  });

  it('T5: a wait that has begun is not cut by a token that runs out meanwhile', async () => {
    const { manager, server } = gateway;
    const { last_seq: since } = await manager.changes('since=now');
    const { userId, workshopId, sessionId } = await claims();
    const almost = server.context.accessTokens.sign({
      sub: userId,
      wid: workshopId,
      sid: sessionId,
      role: 'manager',
    });
    const waiting = manager.call<FeedAnswer>(`/_changes?feed=longpoll&since=${encodeURIComponent(since)}`, {
      headers: { authorization: `Bearer ${almost}` },
    });
    await manager.send(manager.openJob());
    expect((await waiting).status).toBe(200);
  });

  it('T12: every long-poll is answered, whatever the client asks for', async () => {
    const { manager } = gateway;
    const { last_seq: since } = await manager.changes('since=now');
    const ask = async (query: string): Promise<number> => {
      const startedAt = performance.now();
      const answer = await manager.call<FeedAnswer>(
        `/_changes?feed=longpoll&since=${encodeURIComponent(since)}&${query}`,
      );
      expect(answer.status).toBe(200);
      expect(answer.body.results).toEqual([]);
      return performance.now() - startedAt;
    };
    const took = await Promise.all(
      ['', 'timeout=86400000', 'heartbeat=true', 'heartbeat=1000&timeout=999999'].map(ask),
    );
    for (const ms of took) expect(ms).toBeLessThan(longpollMs + 3000);
  });

  it('keeps its checkpoint on both sides, and a second run asks for nothing again', async () => {
    const { manager } = gateway;
    const [local, remote] = [kit.replica(), kit.remote(manager)];
    await pull(local, remote);
    await local.put(bodyOf(typed(manager.openJob(), 'job')) as never);
    await push(local, remote);
    expect(kit.asked('PUT /_local/').length).toBeGreaterThanOrEqual(2);
    kit.requests.length = 0;
    const [pulled, pushedAgain] = [await pull(local, remote, tuned), await push(local, remote)];
    expect([pushedAgain.docs_read, pulled.docs_written]).toEqual([0, 0]);
    expect(kit.asked('_bulk_')).toEqual([]);
  });

  it('each person has another replication id, and other keys have another one too', async () => {
    const { owner, manager, second, server } = gateway;
    const uuidOf = async (token: string): Promise<unknown> =>
      (await server.call('/sync/', { token })).body['uuid'];
    const uuids = await Promise.all(
      [owner, manager, second].map(({ session }) => uuidOf(session.accessToken)),
    );
    expect(new Set(uuids).size).toBe(3);
    expect(await uuidOf(manager.session.accessToken)).toBe(uuids[1]);
  });
});

it('goes on over a restart of the server, at another address, from where it stood', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'revops-conformance-'));
  const kept = new KeptPlace();
  const config = { dataDir, jwtSecrets: ['x'.repeat(40)], ...kept.settings };
  const first = await openGateway({ config });
  const local = kit.replica();
  const { manager } = first;
  await manager.send(manager.openJob());
  await pull(local, kit.remote(manager, { url: first.server.url }), tuned);
  await first.server.stop();
  const again = await openGateway({ config });
  kit.requests.length = 0;
  const result = await pull(local, kit.remote(manager, { url: again.server.url }), tuned);
  expect([result.docs_read, kit.asked('_bulk_get')]).toEqual([0, []]);
  await again.server.stop();
  await kept.remove();
});

async function claims(): Promise<{ userId: string; workshopId: string; sessionId: string }> {
  const { session } = gateway.manager;
  const { sid } = JSON.parse(
    Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString(),
  ) as {
    sid: string;
  };
  return { userId: session.user.id, workshopId: session.workshop.id, sessionId: sid };
}
