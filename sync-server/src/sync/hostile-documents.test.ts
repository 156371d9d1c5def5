import { constants } from 'node:buffer';
import { afterAll, describe, expect, it } from 'vitest';
import {
  accessOf,
  addProof,
  decideHandOver,
  handOver,
  money,
  nextStamp,
  type AnyDocument,
  type Session,
  type Settlement,
} from '@revops/domain';
import { joinWorkshop, ownerInput } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  actOf,
  asPayment,
  bodyOf,
  changed,
  fresh,
  over,
  Phone,
  randomHash,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

/** One of the documents of a job that the manager opened, as stored. */
async function stored(type: string): Promise<WireDocument> {
  const documents = manager.openJob();
  expect(await manager.codes(documents)).toEqual(documents.map(() => 'ok'));
  return manager.get(typed(documents, type)._id);
}

/** The receiver's word on a hand-over, as a phone that keeps to no rule would write it. */
function word(settlement: AnyDocument, fields: Readonly<Record<string, unknown>>): AnyDocument {
  const act = decideHandOver(owner.context, settlement as unknown as Settlement, [], [], {
    verdict: 'confirmed',
  });
  const content = { ...typed(actOf(act).documents, 'settlementDecision'), ...fields } as AnyDocument;
  const mine = { createdBy: second.userId, device: second.context.deviceId, n: second.context.nextN() };
  const whole = { ...content, ...mine };
  return fresh({ ...whole, access: accessOf(whole) });
}

const given = (giver: Phone, receiver: Phone): WireDocument =>
  typed(wires(handOver(giver.context, { to: receiver.userId, amount: money(500_00) })), 'settlement');

describe('a record stays editable', () => {
  it('after a revision that would use up the generations', async () => {
    const customer = await stored('customer');
    const jump = (start: number): WireDocument => {
      const ids = [randomHash()];
      const body = changed(second, customer, { name: `Jump ${start}` });
      return { ...body, _rev: `${start}-${ids[0]}`, _revisions: { start, ids } };
    };
    expect(await second.codes([jump(999_999_999), jump(20_000), jump(900)])).toEqual([
      'invalid_rev',
      'invalid_rev',
      'ok',
    ]);
    const now = await manager.get(customer._id);
    expect(await manager.codes([over(now, changed(manager, now, { name: 'Raj' }))])).toEqual(['ok']);
  });

  it('after stamps that nothing could follow', async () => {
    const last = `zzzzzzzzz-zzzz-${owner.context.deviceId}`;
    const latest = `y${last.slice(1)}`;
    const workshop = await owner.get('workshop:self');
    const stamped = (stamp: unknown): AnyDocument => ({
      ...bodyOf(workshop),
      address: 'Pune',
      stamps: { ...workshop.stamps, address: stamp as string },
    });
    for (const stamp of [last, { hlc: last, of: latest }])
      expect(await owner.codes([over(workshop, stamped(stamp))])).toEqual(['stamp_invalid']);
    expect(await owner.codes([over(workshop, stamped(latest))])).toEqual(['ok']);
    const renamed = await server.call('/api/workshops/mine', {
      method: 'PUT',
      token: owner.session.accessToken,
      body: { address: 'Mumbai' },
    });
    expect([renamed.status, renamed.body['address']]).toEqual([200, 'Mumbai']);
    const job = await stored('job');
    const moved = { ...(job['status'] as object), value: 'completed', hlc: last };
    expect(await manager.codes([over(job, { ...bodyOf(job), status: moved })])).toEqual(['stamp_invalid']);
    expect(nextStamp(latest, 0, 'server') > latest).toBe(true);
  });
});

describe('what nobody is given by forging', () => {
  it('is a status of a clock that says something else already', async () => {
    const job = await stored('job');
    const status = { ...(job['status'] as object), value: 'quality_check' };
    expect(await manager.codes([over(job, { ...bodyOf(job), status })])).toEqual(['stamp_missing']);
    expect((await manager.get(job._id))['status']).toEqual(job['status']);
  });

  it('is the own hand-over, confirmed by words sent ahead', async () => {
    const settlement = given(second, owner);
    const ahead = word(settlement, { from: manager.userId, to: second.userId });
    expect(await second.codes([ahead, settlement])).toEqual(['access_mismatch', 'ok']);
    const another = given(second, owner);
    expect(await second.codes([word(another, { from: manager.userId, to: second.userId })])).toEqual([
      'head_unknown',
    ]);
    const received = given(manager, second);
    expect(await manager.codes([received])).toEqual(['ok']);
    expect(await second.codes([word(received, {})])).toEqual(['ok']);
  });

  it('is the last word on a hand-over: the owner can always speak after it', async () => {
    const settlement = given(manager, second);
    expect(await manager.codes([settlement])).toEqual(['ok']);
    const turn = (n: number): AnyDocument =>
      word(settlement, { _id: `settlementDecision:${settlement._id.slice(11)}:${n}`, turn: n });
    expect(await second.codes([turn(10_000), turn(1000)])).toEqual(['not_permitted', 'ok']);
    const overruled = decideHandOver(
      owner.context,
      bodyOf(settlement) as unknown as Settlement,
      [turn(1000)],
      [],
      { verdict: 'rejected', reason: 'Counted again' },
    );
    expect(await owner.codes(wires(overruled))).toEqual(['ok']);
  });

  it('is one bank reference twice, by a proof that names another payment’s transfer', async () => {
    const job = await stored('job');
    const utr = 'HIDDENCLASH01';
    expect(await manager.codes(manager.pay(job, 900_00, { method: 'upi', utr }))).toEqual(['ok', 'ok']);
    const [first] = manager.pay(job, 900_00, { method: 'upi' });
    const [payment] = manager.pay(job, 900_00, { method: 'upi' });
    expect(await manager.codes([first, payment])).toEqual(['ok', 'ok']);
    const proof = typed(
      wires(addProof(manager.context, asPayment(payment as WireDocument), utr)),
      'paymentProof',
    );
    expect(await manager.codes([{ ...proof, transfer: first?._id }, proof])).toEqual([
      'invalid_document',
      'ok',
    ]);
  });

  it('is an amount that sums cannot hold, or settings that no phone can read', async () => {
    const job = await stored('job');
    const [payment] = manager.pay(job, 100);
    const absurd = fresh({ ...bodyOf(payment as WireDocument), amount: Number.MAX_SAFE_INTEGER });
    expect(await manager.codes([absurd])).toEqual(['invalid_document']);
    const workshop = await owner.get('workshop:self');
    for (const changes of [{ timeZone: 'Nonsense/Zone' }, { locale: '!!' }])
      expect(await owner.codes([over(workshop, changed(owner, workshop, changes))])).toEqual([
        'invalid_document',
      ]);
  });
});

it('nobody counts another device on: a job with its code changes nothing of what it continues from', async () => {
  const email = 'counted@example.com';
  const headers = { 'x-device-id': crypto.randomUUID() };
  const body = { ...ownerInput, email };
  const session = (await server.call<Session>('/api/auth/register', { body, headers })).body;
  const victim = new Phone(server, session);
  const rival = new Phone(server, await joinWorkshop(server, session));
  expect((await victim.codes(victim.openJob()))[0]).toBe('ok');
  const forged = { ...typed(rival.openJob(), 'job'), number: `${session.device?.code}-99999` };
  const absurd = { ...typed(rival.openJob(), 'job'), number: `${session.device?.code}-9999999999999999` };
  expect(await rival.codes([forged, absurd])).toEqual(['ok', 'invalid_document']);
  const login = { email, password: ownerInput.password };
  const again = await server.call<Session>('/api/auth/login', { body: login, headers });
  expect(again.body.device?.last.job).toBe(1);
});

it('answers the largest documents more often than one text can hold', async () => {
  const payments = Array.from({ length: 5000 }, () => `payment:${crypto.randomUUID()}${crypto.randomUUID()}`);
  const settlement = { ...bodyOf(given(manager, owner)), payments };
  expect(await manager.codes([fresh(settlement)])).toEqual(['ok']);
  const docs = Array.from({ length: 1350 }, () => ({ id: settlement._id }));
  const answer = await fetch(`${server.url}/sync/${manager.session.workshop.id}/_bulk_get`, {
    method: 'POST',
    headers: { authorization: `Bearer ${manager.session.accessToken}`, 'accept-encoding': 'identity' },
    body: JSON.stringify({ docs }),
  });
  expect(answer.status).toBe(200);
  let bytes = 0;
  for await (const part of answer.body ?? []) bytes += (part as Uint8Array).length;
  expect(bytes).toBeGreaterThan(constants.MAX_STRING_LENGTH);
}, 60_000);
