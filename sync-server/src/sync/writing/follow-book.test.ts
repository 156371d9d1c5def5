import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf } from '@revops/domain';
import { joinWorkshop } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { bodyOf, changed, over, Phone, typed, type WireDocument } from '#src/testing/sync-kit.ts';
import { followBook } from './follow-book.ts';

const { server, owner, manager, second, store } = await startWorkshop();

beforeAll(async () => {
  await setSharing(false);
});
afterAll(() => server.stop());

async function setSharing(shareCustomers: boolean): Promise<void> {
  const workshop = await owner.get('workshop:self');
  expect(await owner.codes([over(workshop, changed(owner, workshop, { shareCustomers }))])).toEqual(['ok']);
}

interface Opened {
  readonly job: WireDocument;
  readonly book: readonly string[];
}

async function opened(): Promise<Opened> {
  const documents = manager.openJob({ plate: `KA01${crypto.randomUUID().slice(0, 6).toUpperCase()}` });
  await manager.send(documents);
  const job = await manager.get(typed(documents, 'job')._id);
  return { job, book: [String(job['customerId']), String(job['vehicleId'])] };
}

const movedTo = (job: WireDocument, phone: Phone): WireDocument =>
  over(job, {
    ...changed(owner, job, { desk: phone.userId }),
    access: [`desk:${phone.userId}`],
  });

describe('a job that moves to another desk of a workshop that does not share its book', () => {
  it('opens its customer and its vehicle to the new desk, and the old one keeps knowing them', async () => {
    const { job, book } = await opened();
    for (const id of book) expect(await second.ids()).not.toContain(id);
    expect(await owner.codes([movedTo(job, second)])).toEqual(['ok']);
    for (const id of book) {
      const document = await second.get(id);
      expect(document['desks']).toEqual([manager.userId, second.userId].toSorted());
      expect(document.access).toEqual(accessOf(bodyOf(document)));
      expect(await manager.ids()).toContain(id);
    }
    expect(await second.ids()).toEqual(expect.arrayContaining([job._id, ...book]));
    const { updateSeq } = await store.info();
    expect(await followBook(store, job._id)).toBe(0);
    expect((await store.info()).updateSeq).toBe(updateSeq);
  });

  it('opens nothing else of the book, and not to the other desks', async () => {
    const [one, other] = [await opened(), await opened()];
    await owner.codes([movedTo(one.job, second)]);
    for (const id of other.book) expect(await second.ids()).not.toContain(id);
    const third = new Phone(server, await joinWorkshop(server, owner.session));
    for (const id of one.book) expect(await third.ids()).not.toContain(id);
  });

  it('by any number of gateways at once ends in one leaf each, and an edit made meanwhile stays', async () => {
    const { job, book } = await opened();
    const copy = await server.context.stores.open(`copy-${crypto.randomUUID()}`);
    const leaves = await store.leavesOf(['workshop:self', job._id, ...book]);
    await copy.bulkWrite([...leaves.values()].flat());
    await copy.bulkWrite([movedTo(job, second)]);
    const [customer] = book as [string];
    const edit = over(
      await manager.get(customer),
      changed(manager, await manager.get(customer), { address: 'Gate 4' }),
    );
    await Promise.all([...[1, 2, 3].map(() => followBook(copy, job._id)), copy.bulkWrite([edit])]);
    await followBook(copy, job._id);
    for (const id of book) {
      const live = (await copy.leaves(id)).filter((leaf) => leaf._deleted !== true);
      const joined = live.find((leaf) => (leaf['desks'] as string[]).includes(second.userId));
      expect(joined).toBeDefined();
    }
  });
});

it('an edit of the old desk, made before it heard of the new one, takes nothing away', async () => {
  const { job, book } = await opened();
  const [customer] = book as [string];
  const before = await manager.get(customer);
  await owner.codes([movedTo(job, second)]);
  const edit = over(before, changed(manager, before, { address: 'Gate 7' }));
  expect(await manager.codes([edit])).toEqual(['ok']);
  expect(await second.get(customer)).toMatchObject({
    address: 'Gate 7',
    desks: [manager.userId, second.userId].toSorted(),
  });
});
