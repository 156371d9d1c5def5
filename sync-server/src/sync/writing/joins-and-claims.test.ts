import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelPayment,
  decidePayment,
  editJob,
  moveJob,
  type AnyDocument,
  type DecisionInput,
} from '@revops/domain';
import { createApp } from '#src/app.ts';
import { seqNumber } from '#src/store/document-store.ts';
import { callServer, type TestServer } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  actOf,
  asJob,
  asPayment,
  bodyOf,
  changed,
  over,
  Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';
import { createSyncGateway } from '../sync-gateway.ts';

let rival: Server;
let rivalServer: TestServer;
const { server, owner, manager, second, store } = await startWorkshop();

beforeAll(async () => {
  // A second gateway on the same store, which shares no queue with the first.
  const gateway = createSyncGateway({ ...server.context, longpollMs: 1000 });
  rival = createServer(createApp(server.context, { syncRouter: gateway.router }));
  await new Promise<void>((resolve) => rival.listen(0, '127.0.0.1', resolve));
  const { port } = rival.address() as AddressInfo;
  rivalServer = { ...server, call: (path, options) => callServer(`http://127.0.0.1:${port}`, path, options) };
});
afterAll(async () => {
  rival.close();
  rival.closeAllConnections();
  await server.stop();
});

/** The same person at the other gateway. */
function elsewhere(phone: Phone): Phone {
  const twin = new Phone(rivalServer, phone.session);
  Object.assign(twin, { context: phone.context });
  return twin;
}

async function storedJob(phone: Phone = manager): Promise<WireDocument> {
  const documents = phone.openJob();
  expect(await phone.codes(documents)).not.toContain('not_permitted');
  return phone.get(typed(documents, 'job')._id);
}

const editOf = (phone: Phone, job: WireDocument, changes: Parameters<typeof editJob>[2]): WireDocument =>
  over(job, bodyOf(typed(actOf(editJob(phone.context, asJob(bodyOf(job)), changes)).documents, 'job')));

const moveOf = (phone: Phone, job: WireDocument, to: Parameters<typeof moveJob>[2]): WireDocument =>
  over(job, bodyOf(typed(actOf(moveJob(phone.context, asJob(bodyOf(job)), to)).documents, 'job')));

async function liveLeaves(id: string) {
  return (await store.leaves(id)).filter((leaf) => leaf._deleted !== true);
}

describe('edits made apart', () => {
  it('both survive in one leaf', async () => {
    const job = await storedJob();
    expect(await manager.codes([editOf(manager, job, { carModel: 'Honda City' })])).toEqual(['ok']);
    expect(await owner.codes([editOf(owner, job, { internalNotes: 'Ask for the old part.' })])).toEqual([
      'ok',
    ]);
    expect(await manager.get(job._id)).toMatchObject({
      carModel: 'Honda City',
      internalNotes: 'Ask for the old part.',
    });
    expect(await liveLeaves(job._id)).toHaveLength(1);
  });

  it('survive where two managers edit the shared book', async () => {
    const documents = manager.openJob({ phone: '+919876543210' });
    await manager.send(documents);
    const customer = await second.get(typed(documents, 'customer')._id);
    const edit = (phone: Phone, changes: Record<string, unknown>) =>
      over(customer, changed(phone, customer, changes));
    expect(await manager.codes([edit(manager, { address: 'Gate 4' })])).toEqual(['ok']);
    expect(await second.codes([edit(second, { name: 'Rajesh Kumar' })])).toEqual(['ok']);
    expect(await owner.get(customer._id)).toMatchObject({ address: 'Gate 4', name: 'Rajesh Kumar' });
  });

  it('agree on the status when both moved it', async () => {
    const job = await storedJob();
    // Within one millisecond the device's name would decide.
    const later = new Phone(server, owner.session, () => Date.now() + 1000);
    const [a, b] = [moveOf(manager, job, 'in_progress'), moveOf(later, job, 'completed')];
    expect(await owner.codes([b])).toEqual(['ok']);
    expect(await manager.codes([a])).toEqual(['ok']);
    const status = (await manager.get(job._id))['status'];
    expect(status).toEqual((await owner.get(job._id))['status']);
    expect(status).toMatchObject({ value: 'completed' });
    expect(await liveLeaves(job._id)).toHaveLength(1);
  });

  it('are acknowledged under the revision that was sent, and again when sent again, without a further write', async () => {
    const job = await storedJob();
    const edits = [editOf(manager, job, { carModel: 'Alto' }), editOf(manager, job, { odometer: 40_000 })];
    const rows = await manager.send(edits);
    expect(rows).toEqual(edits.map(({ _id: id, _rev: rev }) => ({ id, rev, ok: true })));
    const { updateSeq } = await store.info();
    expect(await manager.send([...edits, job])).toEqual([...rows, { id: job._id, rev: job._rev, ok: true }]);
    expect(seqNumber((await store.info()).updateSeq)).toBe(seqNumber(updateSeq));
    expect(await manager.get(job._id)).toMatchObject({ carModel: 'Alto', odometer: 40_000 });
  });

  it('leave one leaf when writers race at two gateways', async () => {
    for (let round = 0; round < 8; round += 1) {
      const job = await storedJob();
      const writers = [manager, owner, elsewhere(manager), elsewhere(owner)];
      const fields = ['carModel', 'internalNotes', 'partsRequired', 'address'] as const;
      const sent = writers.map((phone, index) =>
        phone.codes([editOf(phone, job, { [fields[index] as 'address']: `by ${index}` })]),
      );
      expect(await Promise.all(sent)).toEqual(writers.map(() => ['ok']));
      expect(await liveLeaves(job._id)).toHaveLength(1);
      const stored = await owner.get(job._id);
      expect(fields.map((field) => stored[field])).toEqual(['by 0', 'by 1', 'by 2', 'by 3']);
    }
  });
});

describe('new edits', () => {
  it('need the winning leaf as parent', async () => {
    const documents = manager.openJob().map(bodyOf);
    const rows = (
      await manager.call<{ rev: string; ok?: true }[]>('/_bulk_docs', { body: { docs: documents } })
    ).body;
    expect(rows.map((row) => row.ok)).toEqual([true, true, true, true]);
    const job = typed(documents, 'job');
    const path = `/${encodeURIComponent(job._id)}`;
    const edited = changed(manager, job, { carModel: 'Swift' });
    const stale = await manager.call(path, {
      method: 'PUT',
      body: { ...edited, _rev: `1-${'0'.repeat(32)}` },
    });
    expect([stale.status, stale.body['error']]).toEqual([409, 'conflict']);
    const put = await manager.call(path, { method: 'PUT', body: { ...edited, _rev: rows[0]?.rev } });
    expect(put.status).toBe(201);
    expect(await manager.get(job._id)).toMatchObject({ carModel: 'Swift', _rev: put.body['rev'] });
    const refused = await second.call(path, { method: 'PUT', body: { ...edited, _rev: put.body['rev'] } });
    expect([refused.status, refused.body['error']]).toEqual([403, 'forbidden']);
  });
});

interface Paid {
  readonly payment: WireDocument;
  readonly followers: AnyDocument[];
}

async function paid(more: Parameters<Phone['pay']>[2] = {}, phone: Phone = manager): Promise<Paid> {
  const job = await storedJob(phone);
  const documents = phone.pay(job, 2000_00, more);
  expect(await phone.codes(documents)).toEqual(documents.map(() => 'ok'));
  const [payment] = documents;
  return { payment: payment as WireDocument, followers: documents.slice(1).map(bodyOf) };
}

function decisionOf({ payment, followers }: Paid, input: DecisionInput): WireDocument {
  return wires(decidePayment(owner.context, asPayment(bodyOf(payment)), followers, input))[0] as WireDocument;
}

function cancellationOf({ payment, followers }: Paid): WireDocument {
  const cancelled = cancelPayment(manager.context, asPayment(bodyOf(payment)), followers, 'typed wrongly');
  return wires(cancelled)[0] as WireDocument;
}

describe('decisions', () => {
  it('are taken once per turn, whichever gateway hears them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const group = await paid();
      const first = decisionOf(group, { verdict: 'confirmed' });
      const other = decisionOf(group, { verdict: 'rejected', reason: 'no money came' });
      const codes = (await Promise.all([owner.codes([first]), elsewhere(owner).codes([other])])).flat();
      expect(codes.toSorted()).toEqual(['already_decided', 'ok']);
      expect(await liveLeaves(first._id)).toHaveLength(1);
      const [winner, loser] = codes[0] === 'ok' ? [first, other] : [other, first];
      expect((await owner.get(first._id))['verdict']).toBe(winner['verdict']);
      expect(await owner.codes([winner, loser])).toEqual(['ok', 'already_decided']);
    }
  });

  it('race a cancellation and exactly one of the two counts', async () => {
    for (let round = 0; round < 5; round += 1) {
      const group = await paid();
      const [decision, cancellation] = [decisionOf(group, { verdict: 'confirmed' }), cancellationOf(group)];
      const codes = (
        await Promise.all([owner.codes([decision]), elsewhere(manager).codes([cancellation])])
      ).flat();
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      const refused = codes.find((code) => code !== 'ok');
      expect(['already_decided', 'after_cancellation']).toContain(refused);
    }
  });

  it('say who decided first and when', async () => {
    const group = await paid();
    await owner.send([decisionOf(group, { verdict: 'confirmed' })]);
    const [row] = await manager.send([cancellationOf(group)]);
    expect(row?.reason).toMatch(/^already_decided: /);
    const [again] = await owner.send([decisionOf(group, { verdict: 'rejected', reason: 'late' })]);
    expect(again?.reason).toMatch(/^already_decided: /);
  });

  it('follow one another in one batch, whatever its order', async () => {
    const job = await storedJob();
    const [payment] = manager.pay(job, 700) as [WireDocument];
    await manager.send([payment]);
    const first = decisionOf({ payment, followers: [] }, { verdict: 'rejected', reason: 'wait' });
    const next = decisionOf({ payment, followers: [bodyOf(first)] }, { verdict: 'withdrawn' });
    const last = decisionOf({ payment, followers: [bodyOf(first), bodyOf(next)] }, { verdict: 'confirmed' });
    expect(await owner.codes([last, next, first])).toEqual(['ok', 'ok', 'ok']);
  });

  it('see a head of the same batch', async () => {
    const job = await storedJob();
    const [payment] = manager.pay(job, 700) as [WireDocument];
    const cancellation = cancellationOf({ payment, followers: [] });
    expect(await manager.codes([cancellation, payment])).toEqual(['ok', 'ok']);
    const late = decisionOf({ payment, followers: [] }, { verdict: 'confirmed' });
    const later = { ...late, _id: late._id.replace(/1$/, '2'), turn: 2 };
    expect(await owner.codes([late, later])).toEqual(['after_cancellation', 'after_cancellation']);
    const access = [manager.userId, second.userId].map((id) => `desk:${id}`).toSorted();
    const foreign = {
      ...later,
      _id: late._id.replace(/1$/, '3'),
      turn: 3,
      collectedBy: second.userId,
      access,
    };
    expect(await owner.codes([foreign])).toEqual(['access_mismatch']);
  });
});

describe('bank references', () => {
  const reference = (): string => `UTR${crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;
  const clashesOf = async ({ payment }: Paid) =>
    (await owner.changes('include_docs=true')).results
      .flatMap((row) => (row.doc?.type === 'paymentClash' ? [row.doc] : []))
      .filter((clash) => clash['paymentId'] === payment._id);

  it('that serve a second payment are stored with a clash, seen by its readers', async () => {
    const utr = reference();
    const first = await paid({ method: 'upi', utr });
    const later = await paid({ method: 'upi', utr }, second);
    expect(await clashesOf(first)).toEqual([]);
    const [clash] = await clashesOf(later);
    expect(clash).toMatchObject({ device: 'server', access: [`desk:${second.userId}`] });
    expect(JSON.stringify(clash)).not.toContain(manager.userId);
    expect(await second.ids()).toContain(clash?._id);
    expect(await manager.ids()).not.toContain(clash?._id);
    const blind = decisionOf(later, { verdict: 'confirmed' });
    expect(await owner.codes([blind])).toEqual(['clash_unanswered']);
    const answering = decisionOf(
      { ...later, followers: [clash as AnyDocument] },
      { verdict: 'confirmed', answersClashes: true },
    );
    expect(await owner.codes([answering])).toEqual(['ok']);
  });

  it('may serve payments that share a transfer', async () => {
    const utr = reference();
    await paid({ method: 'bank', utr, transfer: 'lot-1' });
    expect(await clashesOf(await paid({ method: 'bank', utr, transfer: 'lot-1' }))).toEqual([]);
    expect(await clashesOf(await paid({ method: 'bank', utr, transfer: 'lot-2' }))).toHaveLength(1);
  });

  it('are free again after a cancellation and after an owner’s own reversal', async () => {
    const utr = reference();
    const first = await paid({ method: 'upi', utr });
    expect(await manager.codes([cancellationOf(first)])).toEqual(['ok']);
    const next = await paid({ method: 'upi', utr }, owner);
    expect(await clashesOf(next)).toEqual([]);
    expect(await owner.codes([decisionOf(next, { verdict: 'rejected', reason: 'returned' })])).toEqual([
      'ok',
    ]);
    expect(await clashesOf(await paid({ method: 'upi', utr }))).toEqual([]);
  });

  it('are free again after a rejection, and claimed again by a later confirmation', async () => {
    const utr = reference();
    const first = await paid({ method: 'upi', utr });
    const rejected = decisionOf(first, { verdict: 'rejected', reason: 'not on the statement' });
    expect(await owner.codes([rejected])).toEqual(['ok']);
    const later = await paid({ method: 'upi', utr });
    expect(await clashesOf(later)).toEqual([]);
    const anew = decisionOf({ ...first, followers: [bodyOf(rejected)] }, { verdict: 'confirmed' });
    expect(await owner.codes([anew])).toEqual(['ok']);
    expect(await clashesOf(first)).toHaveLength(1);
  });
});
