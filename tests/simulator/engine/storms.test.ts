import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, until } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from './restartable-server.ts';

let server: RestartableServer;
let owner: SignedIn;
beforeAll(async () => {
  server = await restartableServer();
  owner = await registerOwner(server);
});
afterAll(() => server.stop());

const quiet = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a server that says at every turn that it was restored is not asked without a pause', async () => {
  const phone = await newPhone(server, await joinAsManager(server, owner));
  let pages = 0;
  phone.network = async (send, url, init) => {
    const answer = await send(url, init);
    if (!url.includes('_changes')) return answer;
    pages += 1;
    return Response.json({ ...((await answer.json()) as object), restarted: true });
  };
  await phone.engine.start();
  await until(() => pages >= 2, 'it began anew');
  const before = pages;
  await quiet(1500);
  expect(pages - before).toBeLessThanOrEqual(4);
  await phone.engine.stop();
});

test('headers without a body are given up like no answer at all', async () => {
  const phone = await newPhone(server, await joinAsManager(server, owner), { longestMs: 400 });
  let hung = 0;
  phone.network = (send, url, init) => {
    if (!url.endsWith('_bulk_docs') || hung > 0) return send(url, init);
    hung += 1;
    return Promise.resolve(new Response(new ReadableStream({ start: () => undefined })));
  };
  await phone.openJob();
  await phone.engine.start();
  await until(async () => (await phone.waiting()) === 0, 'it is sent after all');
  expect(hung).toBe(1);
  expect(phone.errors).toEqual([]);
  await phone.engine.stop();
});

test('a batch that is too large is halved; a single document that is too large goes to the tray with words', async () => {
  const phone = await newPhone(server, await joinAsManager(server, owner));
  await phone.engine.syncOnce();
  for (let count = 0; count < 8; count += 1) await phone.openJob({ plate: `MH14AB${1000 + count}` });
  const sizes: number[] = [];
  phone.network = (send, url, init) => {
    if (!url.endsWith('_bulk_docs')) return send(url, init);
    const text = init.body as string;
    const { docs } = JSON.parse(text) as { docs: { plate?: string }[] };
    sizes.push(docs.length);
    const isTooLarge = docs.length > 4 || (docs.length === 1 && text.includes('MH14AB1003'));
    return isTooLarge
      ? Promise.resolve(Response.json({ error: 'too_large', reason: 'too large' }, { status: 413 }))
      : send(url, init);
  };
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect(Math.max(...sizes.slice(-3))).toBeLessThanOrEqual(4);
  const tray = await phone.tray();
  for (const { code } of tray) expect(code).toBe('too_large');
});

test('a phone whose replica died under it opens it anew and goes on', async () => {
  const manager = await joinAsManager(server, owner);
  const desk = await newPhone(server, owner);
  let opened = 0;
  const phone = await newPhone(server, manager, {
    wrapReplica(replica) {
      opened += 1;
      if (opened > 1) return replica;
      const info = replica.info.bind(replica);
      let isDead = false;
      setTimeout(() => (isDead = true), 300);
      replica.info = () =>
        isDead
          ? Promise.reject(new DOMException('The database connection is closing.', 'InvalidStateError'))
          : info();
      return replica;
    },
  });
  await phone.engine.start();
  await quiet(400);
  const jobId = await desk.openJob({ desk: manager.user.id });
  await desk.engine.syncOnce();
  await until(async () => (await phone.document(jobId)) !== undefined, 'it comes');
  expect(opened).toBeGreaterThan(1);
  await phone.engine.stop();
});
