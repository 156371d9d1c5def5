import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decideWaiver,
  money,
  ownWaiverId,
  waive,
  waiverState,
  type AnyDocument,
  type Waiver,
} from '@revops/domain';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  asJob,
  bodyOf,
  changed,
  fresh,
  over,
  typed,
  wires,
  type Phone,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
const LIMIT = 50_000;

const setLimit = async (waiverLimit: number): Promise<void> => {
  const workshop = await owner.get('workshop:self');
  await owner.codes([over(workshop, changed(owner, workshop, { waiverLimit }))]);
};

beforeAll(() => setLimit(LIMIT));
afterAll(() => server.stop());

async function jobOf(phone: Phone): Promise<WireDocument> {
  const documents = phone.openJob();
  await phone.send(documents);
  return typed(documents, 'job');
}

/** What a phone writes that believes in this limit. */
function given(
  phone: Phone,
  job: AnyDocument,
  amount: number,
  { limit = LIMIT, known = [] }: { limit?: number; known?: readonly AnyDocument[] } = {},
): WireDocument {
  const context = { ...phone.context, workshop: { ...phone.context.workshop, waiverLimit: money(limit) } };
  const [waiver] = wires(waive(context, asJob(job), { amount: money(amount), reason: 'Regular' }, known));
  return waiver as WireDocument;
}

const stateOf = async (phone: Phone, id: string): Promise<string> => {
  const waiver = bodyOf(await phone.get(id)) as unknown as Waiver;
  const decisions = await Promise.all(
    (await phone.ids())
      .filter((one) => one.startsWith(`waiverDecision:${id.slice(7)}:`))
      .map((one) => phone.get(one)),
  );
  return waiverState(waiver, decisions).state;
};

describe('a manager’s discount', () => {
  it('within the limit counts; above it, or a second one, waits', async () => {
    const job = await jobOf(manager);
    const first = given(manager, job, 20_000);
    const next = given(manager, job, 20_000, { known: [first] });
    const large = given(manager, job, LIMIT + 1);
    expect(await manager.codes([first, next, large])).toEqual(['ok', 'ok', 'ok']);
    const states = await Promise.all([first, next, large].map(({ _id }) => stateOf(owner, _id)));
    expect(states).toEqual(['confirmed', 'waiting', 'waiting']);
  });

  it('lowers what REST says is still to collect, once it counts', async () => {
    const documents = manager.openJob({ estimatedAmount: money(500_000) });
    await manager.send(documents);
    const job = typed(documents, 'job');
    const first = given(manager, job, 20_000);
    await manager.send([first, given(manager, job, 10_000, { known: [first] })]);
    const path = `/api/jobs/${encodeURIComponent(job._id)}`;
    const answer = await server.call(path, { token: owner.session.accessToken });
    expect(answer.body).toMatchObject({ billed: 500_000, waived: 20_000, received: 0, balance: 480_000 });
  });

  it('written under a limit that is no more, or was never given, waits', async () => {
    const job = await jobOf(manager);
    const forged = given(manager, job, 900_000, { limit: 1_000_000_000 });
    expect(await manager.codes([forged])).toEqual(['ok']);
    expect(await owner.get(forged._id)).toMatchObject({ limit: LIMIT });
    expect(await stateOf(manager, forged._id)).toBe('waiting');
  });

  it('that was admitted stays as it is when the limit changes afterwards', async () => {
    const job = await jobOf(manager);
    const waiver = given(manager, job, LIMIT);
    await manager.send([waiver]);
    await setLimit(100);
    const late = given(manager, await jobOf(manager), 200);
    await manager.send([late]);
    await setLimit(LIMIT);
    expect([await stateOf(owner, waiver._id), await stateOf(owner, late._id)]).toEqual([
      'confirmed',
      'waiting',
    ]);
  });

  it('is one per job: of two phones that do not know of each other the later is told that it was given', async () => {
    const job = await jobOf(manager);
    const waiver = given(manager, job, 100);
    const other = fresh({ ...bodyOf(given(manager, job, 300)), _id: waiver._id });
    expect(await manager.codes([waiver, other])).toEqual(['ok', 'already_decided']);
    expect(await manager.get(waiver._id)).toMatchObject({ amount: 100 });
  });

  it('is neither written in an owner’s name nor under another’s id', async () => {
    const job = await jobOf(manager);
    const waiver = bodyOf(given(manager, job, 100));
    const foreign = { ...waiver, _id: ownWaiverId(job._id, second.userId) };
    expect(await manager.codes([fresh({ ...waiver, byOwner: true }), fresh(foreign)])).toEqual([
      'protected_field',
      'invalid_document',
    ]);
    expect(await second.codes([given(second, { ...job, desk: second.userId }, 100)])).toEqual([
      'not_permitted',
    ]);
  });

  it('of somebody whose job went to another desk meanwhile moves there and waits', async () => {
    const job = await jobOf(manager);
    const late = given(manager, job, 100);
    const early = given(manager, job, 70_000);
    await manager.send([early]);
    const stored = await owner.get(job._id);
    const moved = { ...changed(owner, stored, { desk: second.userId }), access: [`desk:${second.userId}`] };
    expect(await owner.codes([over(stored, moved)])).toEqual(['ok']);
    expect(await manager.codes([late])).toEqual(['ok']);
    expect(await second.get(late._id)).toMatchObject({
      desk: second.userId,
      limit: 0,
      access: [`desk:${second.userId}`],
      was: [`desk:${manager.userId}`],
    });
    expect(await second.get(early._id)).toMatchObject({ desk: second.userId });
    expect(await stateOf(second, late._id)).toBe('waiting');
    expect(await manager.ids()).not.toContain(late._id);
  });
});

describe('an owner', () => {
  it('agrees, rejects and takes a word back, one per turn; nobody else does', async () => {
    const job = await jobOf(manager);
    const waiver = given(manager, job, LIMIT * 2);
    await manager.send([waiver]);
    const head = bodyOf(waiver) as unknown as Waiver;
    const [yes] = wires(decideWaiver(owner.context, head, [], { verdict: 'confirmed' })) as [WireDocument];
    const mine = fresh({ ...bodyOf(yes), createdBy: manager.userId, device: manager.context.deviceId });
    expect(await manager.codes([mine])).toEqual(['not_permitted']);
    expect(await owner.codes([yes])).toEqual(['ok']);
    expect(await stateOf(manager, waiver._id)).toBe('confirmed');
    const no = fresh({ ...bodyOf(yes), verdict: 'rejected', reason: 'Too much' });
    expect(await owner.codes([no])).toEqual(['already_decided']);
    const [back] = wires(decideWaiver(owner.context, head, [bodyOf(yes)], { verdict: 'withdrawn' })) as [
      WireDocument,
    ];
    expect(await owner.codes([back])).toEqual(['ok']);
    expect(await stateOf(manager, waiver._id)).toBe('waiting');
  });
});
