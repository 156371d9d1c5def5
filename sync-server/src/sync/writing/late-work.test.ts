import { afterAll, describe, expect, it } from 'vitest';
import { addNote, cancelPayment, editJob, moveJob, type AnyDocument } from '@revops/domain';
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

const { server, owner, manager, second, join } = await startWorkshop();
const third = await join();
afterAll(() => server.stop());

const desk = (phone: Phone): string => `desk:${phone.userId}`;

async function moveTo(id: string, to: Phone): Promise<void> {
  const job = await owner.get(id);
  const body = { ...changed(owner, job, { desk: to.userId }), access: [desk(to)] };
  expect(await owner.codes([over(job, body)])).toEqual(['ok']);
}

/** A job as the manager's phone knows it, which has not heard that it moved on to the second manager. */
async function lostJob(): Promise<{ readonly known: WireDocument; readonly payment: WireDocument }> {
  const documents = manager.openJob();
  const [payment] = manager.pay(typed(documents, 'job'), 700_00) as [WireDocument];
  await manager.send([...documents, payment]);
  const known = await manager.get(typed(documents, 'job')._id);
  await moveTo(known._id, second);
  return { known, payment };
}

describe('work of a phone that has not heard that its job moved', () => {
  it('"deliver and collect": the record is refused with its event, the money is kept and follows the job', async () => {
    const { known } = await lostJob();
    const act = actOf(moveJob(manager.context, asJob(bodyOf(known)), 'delivered'));
    const [record, ...entries] = act.documents as [AnyDocument, ...AnyDocument[]];
    const event = fresh(typed(entries, 'jobEvent'));
    const money = manager.pay(known, 250_00, { method: 'upi', utr: 'LATEUTR00001' });
    const codes = await manager.codes([over(known, record), event, ...money]);
    expect(codes).toEqual(['job_moved', 'with_job', ...money.map(() => 'ok')]);
    expect((await second.get(known._id))['status']).toMatchObject({ value: 'pending' });
    for (const { _id } of money) {
      const stored = await second.get(_id);
      expect(stored).toMatchObject({ desk: second.userId, collectedBy: manager.userId });
      expect(stored.access).toEqual([desk(manager), desk(second)].toSorted());
      expect((await manager.get(_id))._rev).toBe(stored._rev);
    }
  });

  it('an edit of the card is refused with words, and so is every later one of that phone', async () => {
    const { known } = await lostJob();
    const edit = (value: string): WireDocument =>
      over(
        known,
        typed(actOf(editJob(manager.context, asJob(bodyOf(known)), { carModel: value })).documents, 'job'),
      );
    const [row] = await manager.send([edit('Swift')]);
    expect(row?.reason).toMatch(/^job_moved: .*another desk/);
    expect(await manager.codes([edit('Alto')])).toEqual(['job_moved']);
    expect((await second.get(known._id))['carModel']).toBe(known['carModel']);
  });

  it('a note and a cancellation are entries: they are kept and follow', async () => {
    const { known, payment } = await lostJob();
    const note = wires(addNote(manager.context, asJob(bodyOf(known)), 'Key is with the guard.'));
    const withdrawn = wires(cancelPayment(manager.context, asPayment(bodyOf(payment)), [], 'Counted twice.'));
    expect(await manager.codes([...note, ...withdrawn])).toEqual(['ok', 'ok']);
    for (const { _id } of [...note, ...withdrawn])
      expect((await second.get(_id))['desk']).toBe(second.userId);
  });

  it('reaches the desk where the job is by now, over any number of moves', async () => {
    const { known } = await lostJob();
    await moveTo(known._id, third);
    const note = wires(addNote(manager.context, asJob(bodyOf(known)), 'From two desks ago.')) as [
      WireDocument,
    ];
    expect(await manager.codes(note)).toEqual(['ok']);
    expect(await third.get(note[0]._id)).toMatchObject({ desk: third.userId, was: [desk(manager)] });
    expect(await second.ids()).not.toContain(note[0]._id);
    await moveTo(known._id, manager);
    expect((await manager.get(note[0]._id))['desk']).toBe(manager.userId);
  });
});

describe('work for a job that the server does not know', () => {
  it('is taken at the own desk only, and stands right when the job comes, with its followers', async () => {
    const [job] = owner.openJob({ desk: second.userId }) as [WireDocument];
    const early = { ...bodyOf(job), desk: manager.userId };
    const money = manager.pay(early, 90_00, { method: 'upi', utr: 'EARLYUTR0001' });
    expect(await manager.codes(manager.pay(job, 10_00))).toEqual(['not_permitted']);
    expect(await manager.codes(money)).toEqual(money.map(() => 'ok'));
    expect(await second.ids()).not.toContain(money[0]?._id);
    expect(await owner.codes([job])).toEqual(['ok']);
    for (const { _id } of money) expect((await second.get(_id))['desk']).toBe(second.userId);
    expect(await manager.ids()).toEqual(expect.arrayContaining(money.map(({ _id }) => _id)));
  });

  it('followers that come before their payment stand where it stands when it comes', async () => {
    const { known } = await lostJob();
    const money = manager.pay(known, 40_00, { method: 'upi', utr: 'EARLYUTR0002' });
    const [payment, proof] = [typed(money, 'payment'), typed(money, 'paymentProof')];
    expect(await manager.codes([proof])).toEqual(['ok']);
    expect((await owner.get(proof._id))['desk']).toBe(manager.userId);
    expect(await manager.codes([payment])).toEqual(['ok']);
    expect((await second.get(proof._id))['desk']).toBe(second.userId);
  });
});
