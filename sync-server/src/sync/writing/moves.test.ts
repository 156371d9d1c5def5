import { afterAll, describe, expect, it } from 'vitest';
import {
  accessOf,
  addNote,
  decidePayment,
  editJob,
  moveJob,
  typeNamed,
  type AnyDocument,
} from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { failingStore } from '#src/testing/failing-store.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  actOf,
  asJob,
  asPayment,
  bodyOf,
  changed,
  fresh,
  over,
  type Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';
import { followJob } from './follow-job.ts';
import { writeDocuments } from './write-documents.ts';

const { server, owner, manager, second, store, join } = await startWorkshop();
const technician = await join('technician');
afterAll(() => server.stop());

const desk = (phone: Phone): string => `desk:${phone.userId}`;

interface WholeJob {
  readonly job: WireDocument;
  readonly children: readonly string[];
}

/** A job of the manager's with an entry of every kind that moves with it. */
async function wholeJob(): Promise<WholeJob> {
  const opened = manager.openJob({ plate: `KA01${crypto.randomUUID().slice(0, 6).toUpperCase()}` });
  const [job] = opened as [WireDocument];
  const money = manager.pay(job, 900_00, { method: 'upi', utr: `UTR${crypto.randomUUID().slice(0, 8)}` });
  await manager.send([...opened, ...money]);
  const payment = typed(money, 'payment');
  const word = decidePayment(owner.context, asPayment(bodyOf(payment)), [], { verdict: 'confirmed' });
  const byOwner = owner.pay(job, 50_00);
  await owner.send([...wires(word), ...byOwner]);
  const delivered = actOf(moveJob(manager.context, asJob(bodyOf(await manager.get(job._id))), 'delivered'));
  const [record, ...entries] = delivered.documents as [AnyDocument, ...AnyDocument[]];
  expect(await manager.codes([over(await manager.get(job._id), record), ...entries.map(fresh)])).toEqual(
    [record, ...entries].map(() => 'ok'),
  );
  const children = [
    ...opened.filter((document) => document['jobId'] === job._id),
    ...money,
    ...wires(word).map(() => ({ _id: `paymentDecision:${payment._id.slice('payment:'.length)}:1` })),
    ...byOwner,
    ...entries,
  ];
  return { job: await owner.get(job._id), children: children.map(({ _id }) => _id) };
}

function movedBody(job: AnyDocument, to: Phone): AnyDocument {
  return { ...changed(owner, job, { desk: to.userId }), access: [desk(to)] };
}

async function moveTo(id: string, to: Phone): Promise<void> {
  const job = await owner.get(id);
  expect(await owner.codes([over(job, movedBody(job, to))])).toEqual(['ok']);
}

describe('a moved job', () => {
  it('takes everything with it, whatever it is named after', async () => {
    const { job, children } = await wholeJob();
    expect(new Set(children.map((id) => id.split(':')[0]))).toEqual(
      new Set(['jobEvent', 'payment', 'paymentProof', 'paymentDecision', 'visit']),
    );
    await moveTo(job._id, second);
    for (const id of [job._id, ...children]) {
      const stored = await owner.get(id);
      expect([id, stored['desk'], stored.access]).toEqual([id, second.userId, accessOf(stored)]);
    }
    const seen = await second.ids();
    expect(seen).toEqual(expect.arrayContaining([job._id, ...children]));
  });

  it('leaves its old desk the money it took, and nothing else', async () => {
    const { job, children } = await wholeJob();
    await moveTo(job._id, second);
    const seen = new Set(await manager.ids());
    for (const id of children) {
      const stored = await owner.get(id);
      const keeps = stored['collectedBy'] === manager.userId || stored['shared'] === true;
      expect([id, seen.has(id)]).toEqual([id, keeps]);
      expect(stored.was ?? []).toEqual(keeps ? [] : [desk(manager)]);
    }
    const removed = (await manager.changes()).results.filter((row) => row.deleted === true);
    expect(removed.map((row) => row.id)).toContain(job._id);
  });

  it('remembers whoever had it, however often it comes and goes', async () => {
    const { job, children } = await wholeJob();
    const [event] = children as [string];
    for (const to of [second, manager, owner, second]) await moveTo(job._id, to);
    expect((await owner.get(event)).was).toEqual([desk(manager), desk(owner)].toSorted());
    expect((await owner.get(job._id)).was).toEqual([desk(manager), desk(owner)].toSorted());
  });

  it('shows its entries to the people who work on it, and hides them when they no longer do', async () => {
    const { job, children } = await wholeJob();
    const assign = async (assigned: string[]) => {
      const now = await manager.get(job._id);
      const act = actOf(editJob(manager.context, asJob(bodyOf(now)), { assigned }));
      const [record, ...events] = act.documents as [AnyDocument, ...AnyDocument[]];
      expect(await manager.codes([over(now, record), ...events.map(fresh)])).not.toContain('not_permitted');
    };
    const [event] = children as [string];
    await assign([technician.userId]);
    expect(await technician.ids()).toContain(event);
    await assign([]);
    const row = (await technician.changes()).results.find(({ id }) => id === event);
    expect(row?.deleted).toBe(true);
  });

  it('is not held up by entries that came before it', async () => {
    const [job] = owner.openJob({ desk: second.userId }) as [WireDocument];
    const early = { ...asJob(bodyOf(job)), desk: manager.userId };
    const notes = wires(addNote(manager.context, early, 'seen on the yard')) as [WireDocument];
    expect(await manager.codes(notes)).toEqual(['ok']);
    expect((await owner.get(notes[0]._id))['desk']).toBe(manager.userId);
    expect(await owner.codes([job])).toEqual(['ok']);
    expect(await second.get(notes[0]._id)).toMatchObject({ desk: second.userId, was: [desk(manager)] });
  });
});

describe('following a job', () => {
  const writeAs = (phone: Phone, on: DocumentStore, documents: readonly unknown[]) =>
    writeDocuments({
      store: on,
      writer: {
        actor: { userId: phone.userId, role: 'owner', deviceIds: [phone.context.deviceId] },
        deviceId: phone.context.deviceId,
        arrivedAt: new Date().toISOString(),
      },
      documents,
      newEdits: false,
      auditId: crypto.randomUUID(),
    });

  /** The same documents where no gateway watches: its sweeper would mend them at once. */
  async function unwatched({ job, children }: WholeJob): Promise<DocumentStore> {
    const copy = await server.context.stores.open(`copy-${crypto.randomUUID()}`);
    const leaves = await store.leavesOf(['workshop:self', job._id, ...children]);
    await copy.bulkWrite([...leaves.values()].flat());
    return copy;
  }

  it('mends what a crash between the job and its children left, and then writes nothing more', async () => {
    const whole = await wholeJob();
    const { job, children } = whole;
    const copy = await unwatched(whole);
    const body = over(job, movedBody(job, second));
    await expect(writeAs(owner, failingStore(copy, 2), [body])).rejects.toThrow('gone');
    const desks = async (ids: readonly string[]) =>
      (await copy.allDocs({ keys: ids })).map((document) => document['desk']);
    expect(await desks([job._id])).toEqual([second.userId]);
    expect(await desks(children)).toEqual(children.map(() => manager.userId));
    expect(await followJob(copy, job._id)).toBe(children.length);
    expect(await desks(children)).toEqual(children.map(() => second.userId));
    const { updateSeq } = await copy.info();
    expect(await followJob(copy, job._id)).toBe(0);
    expect((await copy.info()).updateSeq).toBe(updateSeq);
  });

  it('by any number of gateways at once ends in one leaf each', async () => {
    const whole = await wholeJob();
    const { job, children } = whole;
    const copy = await unwatched(whole);
    const body = over(job, movedBody(job, second));
    await expect(writeAs(owner, failingStore(copy, 2), [body])).rejects.toThrow('gone');
    await Promise.all([1, 2, 3, 4].map(() => followJob(copy, job._id)));
    const leaves = await copy.leavesOf(children);
    for (const id of children) expect(leaves.get(id)?.length).toBe(1);
  });

  it('changes nothing of an entry but its place', async () => {
    const { job, children } = await wholeJob();
    const before = await Promise.all(children.map((id) => owner.get(id)));
    await moveTo(job._id, second);
    for (const was of before) {
      const now = bodyOf(await owner.get(was._id));
      const fields = new Set([...Object.keys(now), ...Object.keys(bodyOf(was))]);
      const differing = [...fields].filter((name) => JSON.stringify(now[name]) !== JSON.stringify(was[name]));
      expect(['access', 'desk', 'was']).toEqual(expect.arrayContaining(differing));
      expect(typeNamed(now.type)?.schema.safeParse(now).success).toBe(true);
    }
  });
});
