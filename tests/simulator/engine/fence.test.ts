import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeFence } from '@revops/pwa/data';
import { newDisk, newPhone, until, type Phone } from './phone.ts';
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

/** Two tabs of one phone: the first is frozen at a step or in an answer, the second takes the engine over. */
async function twoTabs(): Promise<{ first: Phone; second: () => Promise<Phone> }> {
  const manager = await joinAsManager(server, owner);
  const disk = newDisk();
  const scratch = await newPhone(server, manager, { disk });
  const first = await newPhone(server, manager, { disk, fence: await takeFence(scratch.db, Date.now) });
  return {
    first,
    second: async () => newPhone(server, manager, { disk, fence: await takeFence(scratch.db, Date.now) }),
  };
}

/** Everything that this phone keeps of the server's. */
async function contents(phone: Phone) {
  const rows = await phone.rows();
  const replicas = await Promise.all(
    phone
      .replicas()
      .map(async (replica) => (await replica.allDocs()).rows.map(({ id, value }) => [id, value.rev])),
  );
  const stores = ['journal', 'tray', 'rollups', 'meta'] as const;
  const rest = await Promise.all(stores.map((store) => phone.db.connection().getAll(store)));
  return { rows, replicas, rest };
}

const stops = [
  'send:batch-read',
  'response:bulk_docs',
  'send:answered',
  'accept:before-replica',
  'accept:replica-written',
  'response:changes',
  'response:bulk_get',
  'fold:page-read',
  'fold:page-applied',
] as const;

const replicaWrites: ReadonlySet<string> = new Set(['accept:replica-written', 'fill:written']);

test.each(stops)('a tab that thaws at %s after another took over stops without writing', async (stop) => {
  const { first, second } = await twoTabs();
  let thaw = (): void => undefined;
  const frozen = new Promise<void>((resolve) => (thaw = resolve));
  let isFrozen = false;
  first.onStep = (name) => {
    if (name !== stop || isFrozen) return;
    isFrozen = true;
    return frozen;
  };
  await first.openJob();
  await first.engine.start();
  await until(() => isFrozen, `frozen at ${stop}`);
  const next = await second();
  await next.engine.syncOnce();
  expect(await next.waiting()).toBe(0);
  const before = await contents(next);
  first.steps.length = 0;
  thaw();
  // Stopped by itself: nobody told it.
  await until(() => first.isEnded(), 'the thawed engine has ended');
  expect(await contents(next)).toEqual(before);
  // Not even what would change nothing: the other tab may have taken the replica away meanwhile.
  expect(first.steps.filter((step) => replicaWrites.has(step))).toEqual([]);
  expect(first.errors).toEqual([]);
  await first.engine.stop();
});
