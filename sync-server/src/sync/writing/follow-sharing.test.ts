import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentTypes, moveJob, type AnyDocument } from '@revops/domain';
import { arbitraryOf } from '@revops/domain/testing';
import { failingStore } from '#src/testing/failing-store.ts';
import { registerOwner } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { actOf, asJob, bodyOf, changed, fresh, over, Phone, typed } from '#src/testing/sync-kit.ts';
import { followSharing, sharedTypes, sharingId } from './follow-sharing.ts';

let book: readonly string[];
const { server, owner, manager, second, store } = await startWorkshop();

beforeAll(async () => {
  book = await deliveredJob();
});
afterAll(() => server.stop());

/** The shared documents that one delivered job leaves. */
async function deliveredJob(): Promise<readonly string[]> {
  const opened = manager.openJob({ plate: 'MH14XY0001' });
  await manager.send(opened);
  const job = await manager.get(typed(opened, 'job')._id);
  const [record, ...entries] = actOf(moveJob(manager.context, asJob(bodyOf(job)), 'delivered')).documents as [
    AnyDocument,
    ...AnyDocument[],
  ];
  await manager.send([over(job, record), ...entries.map(fresh)]);
  return [...opened, ...entries]
    .filter((document) => typeof document['shared'] === 'boolean')
    .map(({ _id }) => _id);
}

async function setSharing(shareCustomers: boolean): Promise<void> {
  const workshop = await owner.get('workshop:self');
  expect(await owner.codes([over(workshop, changed(owner, workshop, { shareCustomers }))])).toEqual(['ok']);
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 2000) throw new Error('not within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const sharedNow = async () => Promise.all(book.map(async (id) => (await owner.get(id))['shared']));
const doneNow = async () => (await store.get(sharingId))?.['after'] === null;
const seenBy = async (phone: Phone) => (await phone.ids()).filter((id) => book.includes(id)).length;

it('the setting decides about every type that can be shared', () => {
  const canBeShared = documentTypes.filter(({ type }) =>
    fc.sample(arbitraryOf(type), 20).some((document) => 'shared' in document),
  );
  expect(canBeShared.map(({ type }) => type).toSorted()).toEqual([...sharedTypes].toSorted());
});

it('a change reaches the whole book by itself, and who is told of it keeps only the own desk’s', async () => {
  expect(new Set(book.map((id) => id.split(':')[0]))).toEqual(new Set(sharedTypes));
  expect(await seenBy(second)).toBe(3);
  await setSharing(false);
  await until(doneNow);
  expect(await sharedNow()).toEqual([false, false, false]);
  expect([await seenBy(manager), await seenBy(second)]).toEqual([3, 0]);
  const removed = (await second.changes()).results.filter((row) => row.deleted === true);
  expect(removed.map((row) => row.id)).toEqual(expect.arrayContaining([...book]));
  await setSharing(true);
  await until(doneNow);
  expect([await seenBy(manager), await seenBy(second)]).toEqual([3, 3]);
}, 60_000);

it('the same where the setting is changed by REST', async () => {
  const put = (shareCustomers: boolean) =>
    server.call('/api/workshops/mine', {
      method: 'PUT',
      token: owner.session.accessToken,
      body: { shareCustomers },
    });
  for (const setting of [false, true]) {
    expect((await put(setting)).status).toBe(200);
    await owner.ids();
    await until(async () => (await sharedNow()).every((shared) => shared === setting));
  }
}, 60_000);

it('goes on after a crash where it was, and ends with nothing left to write', async () => {
  const other = await registerOwner(server);
  const boss = new Phone(server, other);
  const own = await server.context.workshopStore(other.workshop.id);
  const customers = Array.from({ length: 620 }, (_, index) => {
    const documents = boss.openJob({ customerName: `Customer ${index}`, plate: `MH12Z${1000 + index}` });
    return [typed(documents, 'customer'), typed(documents, 'vehicle')];
  });
  await own.bulkWrite(customers.flat());
  const workshop = await own.get('workshop:self');
  await own.put({ ...workshop, shareCustomers: false } as never);
  await own.put({ _id: sharingId, type: 'sharing', setting: false, after: '' });
  await expect(followSharing(failingStore(own, 2))).rejects.toThrow('gone');
  const half = await own.get(sharingId);
  expect(half).toMatchObject({ setting: false, after: expect.stringMatching(/^customer:/) as string });
  expect(await followSharing(own)).toBe(2 * 620 - 500);
  const all = await own.allDocs({ startId: 'customer:', endId: 'vehicle:\uffff' });
  const shared = all.filter((document) => document['shared'] !== undefined);
  expect(shared.filter((document) => document['shared'] !== false)).toEqual([]);
  const { updateSeq } = await own.info();
  expect(await followSharing(own)).toBe(0);
  expect((await own.info()).updateSeq).toBe(updateSeq);
}, 60_000);

it('by two gateways at once leaves one leaf each, and a setting that flips back is followed back', async () => {
  await setSharing(false);
  await Promise.all([followSharing(store), followSharing(store)]);
  await setSharing(true);
  await Promise.all([followSharing(store), setSharing(false), followSharing(store)]);
  await setSharing(true);
  await followSharing(store);
  await until(doneNow);
  expect(await sharedNow()).toEqual([true, true, true]);
  const leaves = await store.leavesOf(book);
  for (const id of book) {
    const live = leaves.get(id)?.filter((leaf) => leaf._deleted !== true);
    expect(live).toHaveLength(1);
  }
}, 60_000);
