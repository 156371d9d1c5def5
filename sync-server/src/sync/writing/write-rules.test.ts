import { afterAll, describe, expect, it } from 'vitest';
import { editJob, handOver, moveJob, type AnyDocument } from '@revops/domain';
import { registerOwner } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  actOf,
  asJob,
  bodyOf,
  fresh,
  over,
  Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
const stranger = new Phone(server, await registerOwner(server));
afterAll(() => server.stop());

/** A job of the manager's, as stored. */
async function managersJob(): Promise<WireDocument> {
  const documents = manager.openJob();
  expect(await manager.codes(documents)).toEqual(documents.map(() => 'ok'));
  return manager.get(typed(documents, 'job')._id);
}

const edited = (phone: Phone, job: WireDocument, changes: Parameters<typeof editJob>[2]): WireDocument =>
  over(job, bodyOf(typed(actOf(editJob(phone.context, asJob(bodyOf(job)), changes)).documents, 'job')));

describe('what a person may create', () => {
  it('is every document of a job opened and paid at the own desk', async () => {
    for (const phone of [owner, manager, second]) {
      const documents = phone.openJob({ phone: '+919876543210' });
      expect(await phone.codes(documents)).toEqual(documents.map(() => 'ok'));
      expect(
        await phone.codes(
          phone.pay(typed(documents, 'job'), 100_00, { method: 'upi', utr: `UTR${phone.userId.slice(-8)}` }),
        ),
      ).toEqual(['ok', 'ok']);
    }
  });

  it('is not a job at somebody else’s desk, but for the owner', async () => {
    const desk = second.userId;
    const job = typed(manager.openJob(), 'job');
    const moved = { ...bodyOf(job), desk, access: [`desk:${desk}`] };
    expect(await manager.codes([fresh(moved)])).toEqual(['not_permitted']);
    expect(await owner.codes(owner.openJob({ desk }))).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('is nothing in another person’s name or from another person’s device', async () => {
    const job = bodyOf(typed(manager.openJob(), 'job'));
    expect(await manager.codes([fresh({ ...job, createdBy: second.userId })])).toEqual(['foreign_creator']);
    expect(await manager.codes([fresh({ ...job, device: second.context.deviceId })])).toEqual([
      'foreign_device',
    ]);
    expect(await manager.codes([fresh({ ...job, device: 'server' })])).toEqual(['foreign_device']);
  });

  it('has the readers that follow from its content, and no forged history', async () => {
    const job = bodyOf(typed(manager.openJob(), 'job'));
    const own = `desk:${manager.userId}`;
    for (const access of [[], ['everyone'], [own, `desk:${second.userId}`], [`tech:${manager.userId}`]])
      expect(await manager.codes([fresh({ ...job, access })])).toEqual(['access_mismatch']);
    expect(await manager.codes([fresh({ ...job, was: [`desk:${second.userId}`] })])).toEqual(['was_forged']);
    const [payment] = manager.pay(job, 100);
    expect(
      await manager.codes([fresh({ ...bodyOf(payment as WireDocument), at: manager.context.now })]),
    ).toEqual(['at_forged']);
  });

  it('is money in the own hands only, and confirmed by nobody but an owner', async () => {
    const job = await managersJob();
    const payment = bodyOf(typed(manager.pay(job, 5_00), 'payment'));
    const taken = { ...payment, collectedBy: second.userId };
    const access = [manager.userId, second.userId].sort().map((id) => `desk:${id}`);
    expect(await manager.codes([fresh({ ...taken, access })])).toEqual(['not_permitted']);
    expect(await manager.codes([fresh({ ...payment, byOwner: true })])).toEqual(['protected_field']);
    const given = wires(handOver(manager.context, { to: owner.userId, amount: 100 as never }));
    expect(await manager.codes(given)).toEqual(['ok']);
    const forged = {
      ...bodyOf(given[0] as WireDocument),
      _id: `settlement:${manager.context.newId()}`,
      from: second.userId,
    };
    const readers = [second.userId, owner.userId].sort().map((id) => `desk:${id}`);
    expect(await manager.codes([fresh({ ...forged, access: readers })])).toEqual(['not_permitted']);
  });

  it('is none of what the gateway alone writes', async () => {
    const workshop = await owner.get('workshop:self');
    const member = await owner.get(`member:${manager.userId}`);
    const device = await owner.get(`device:${manager.context.deviceId}`);
    for (const [phone, document] of [
      [manager, workshop],
      [owner, member],
      [manager, member],
      [owner, device],
      [manager, device],
    ] as const) {
      const stamps = Object.fromEntries(
        Object.keys(document.stamps ?? {}).map((field) => [field, phone.context.stamp()]),
      );
      expect(await phone.codes([over(document, { ...bodyOf(document), stamps })])).toEqual(['not_permitted']);
    }
    const now = owner.context.now;
    const claim = { type: 'claim', holder: 'x', createdAt: now };
    expect(
      await owner.codes([
        fresh({ ...claim, _id: 'claim:verdict:x:1' } as never),
        fresh({ type: 'audit', _id: 'audit:1' } as never),
        fresh({ type: 'timelines', _id: 'timelines:self', list: [] } as never),
      ]),
    ).toEqual(['unknown_type', 'unknown_type', 'unknown_type']);
  });

  it('needs an amount above zero, a name or a phone, and only known fields', async () => {
    const job = bodyOf(typed(manager.openJob(), 'job'));
    const { customerName: _name, ...nameless } = job;
    expect(await manager.codes([fresh(nameless as AnyDocument)])).toEqual(['invalid_document']);
    const [payment] = manager.pay(job, 100);
    for (const amount of [0, -5, 1.5, '100', null, 2 ** 60])
      expect(await manager.codes([fresh({ ...bodyOf(payment as WireDocument), amount })])).toEqual([
        'invalid_document',
      ]);
    expect(await manager.codes([fresh({ ...job, colour: 'red' })])).toEqual(['invalid_document']);
    expect(await manager.codes([fresh({ ...job, schema: 2 })])).toEqual(['server_outdated']);
    expect(await manager.codes([fresh({ ...job, _id: 'payment:1' })])).toEqual(['invalid_id']);
  });
});

describe('what a person may change', () => {
  it('is the record of an own job; an entry never', async () => {
    const job = await managersJob();
    expect(await manager.codes([edited(manager, job, { estimatedAmount: 5_000_00 as never })])).toEqual([
      'ok',
    ]);
    expect((await owner.get(job._id))['estimatedAmount']).toBe(5_000_00);
    const [payment] = manager.pay(job, 100) as [WireDocument];
    expect(await manager.codes([payment])).toEqual(['ok']);
    expect(await manager.codes([over(payment, { ...bodyOf(payment), amount: 1 })])).toEqual(['immutable']);
    expect(await owner.codes([fresh({ ...bodyOf(payment), amount: 1 })])).toEqual(['immutable']);
    expect((await owner.get(payment._id))['amount']).toBe(100);
  });

  it('is never somebody else’s job', async () => {
    const job = await managersJob();
    expect(await second.codes([edited(owner, job, { carModel: 'Alto' })])).toEqual(['not_permitted']);
    expect((await owner.get(job._id))['carModel']).toBeUndefined();
  });

  it('is not the desk, the number or the origin of a job', async () => {
    const job = await managersJob();
    const stamps = { ...job.stamps, desk: manager.context.stamp(), number: manager.context.stamp() };
    const given = { ...bodyOf(job), desk: second.userId, access: [`desk:${second.userId}`], stamps };
    expect(await manager.codes([over(job, given)])).toEqual(['protected_field']);
    expect(await manager.codes([over(job, { ...bodyOf(job), number: 'Z9-0001', stamps })])).toEqual([
      'protected_field',
    ]);
    expect(await manager.codes([over(job, { ...bodyOf(job), createdBy: second.userId })])).toEqual([
      'protected_field',
    ]);
  });

  it('keeps what is stored where a protected field comes with an older stamp', async () => {
    const job = await managersJob();
    const desk = second.userId;
    const stamps = { ...job.stamps, desk: owner.context.stamp() };
    expect(
      await owner.codes([over(job, { ...bodyOf(job), desk, access: [`desk:${desk}`], stamps })]),
    ).toEqual(['ok']);
    const late = edited(owner, job, { carModel: 'Honda City' });
    expect(await owner.codes([late])).toEqual(['ok']);
    expect(await owner.get(job._id)).toMatchObject({
      desk,
      carModel: 'Honda City',
      was: [`desk:${manager.userId}`],
    });
    expect(await manager.codes([edited(manager, job, { carModel: 'Alto' })])).toEqual(['job_moved']);
  });

  it('carries a newer stamp for every changed field', async () => {
    const job = await managersJob();
    expect(await manager.codes([over(job, { ...bodyOf(job), customerName: 'Raj' })])).toEqual([
      'stamp_missing',
    ]);
  });

  it('takes the event of a refused job revision along', async () => {
    const job = await managersJob();
    const move = wires(
      moveJob(second.context, { ...asJob(bodyOf(job)), desk: second.userId }, 'in_progress'),
    );
    const moved = typed(move, 'job');
    const wrong = over(job, { ...bodyOf(moved), access: [`desk:${second.userId}`] });
    const event = typed(move, 'jobEvent');
    expect(await second.codes([event, wrong])).toEqual(['with_job', 'not_permitted']);
    // Also when the phone sends it later.
    expect(await second.codes([event])).toEqual(['with_job']);
  });
});

describe('what nobody may', () => {
  it('is deleting', async () => {
    const job = await managersJob();
    const gone = { _id: job._id, _rev: `2-${'a'.repeat(32)}`, _deleted: true };
    expect(await owner.codes([gone])).toEqual(['no_deletion']);
    expect((await owner.call('/' + encodeURIComponent(job._id), { method: 'DELETE' })).status).toBe(404);
    expect((await owner.get(job._id)).type).toBe('job');
  });

  it('is attaching files', async () => {
    const job = typed(manager.openJob(), 'job');
    const _attachments = { 'a.png': { content_type: 'image/png', data: 'AAAA' } };
    expect(await manager.codes([{ ...job, _attachments }])).toEqual(['attachment_refused']);
    const put = await manager.call(`/${encodeURIComponent(job._id)}/a.png`, { method: 'PUT', body: {} });
    expect([put.status, put.body['reason']]).toEqual([
      403,
      expect.stringContaining('never carry attachments'),
    ]);
  });

  it('is sending malformed revisions', async () => {
    const job = typed(manager.openJob(), 'job');
    const { _rev, _revisions, ...body } = job;
    const [a, b] = ['a'.repeat(32), 'b'.repeat(32)];
    const revisions = [
      { start: 2, ids: [a, b] },
      { start: 1, ids: [b] },
      { start: 1, ids: [a, b] },
      { start: 1, ids: [] },
      'x',
      { start: 1, ids: [1] },
    ];
    for (const given of revisions)
      expect(await manager.codes([{ ...body, _rev: `1-${a}`, _revisions: given }])).toEqual(['invalid_rev']);
    for (const given of [undefined, '0-x', '1-zz', 7, `x-${a}`])
      expect(await manager.codes([{ ...body, _rev: given }])).toEqual(['invalid_rev']);
    expect(
      await manager.codes([
        { ...job, _id: '../x' },
        { ...job, _id: '_design/x' },
        { ...job, _conflicts: [] },
        7,
        null,
      ]),
    ).toEqual(['invalid_id', 'invalid_id', 'invalid_document', 'invalid_document', 'invalid_document']);
  });
});

it('refuses another workshop’s people alike, whether the workshop exists or not', async () => {
  const job = await managersJob();
  for (const workshop of [owner.session.workshop.id, crypto.randomUUID(), 'revops-system']) {
    const paths = ['', '/_changes', `/${encodeURIComponent(job._id)}`, '/_local/x'];
    for (const path of paths) {
      const answer = await server.call(`/sync/${encodeURIComponent(workshop)}${path}`, {
        token: stranger.session.accessToken,
      });
      expect([answer.status, answer.body['code']]).toEqual([403, 'wrong_workshop']);
    }
    const docs = { docs: [{ id: job._id }] };
    for (const path of ['_bulk_get', '_bulk_docs', '_revs_diff', '_all_docs'])
      expect(
        (
          await server.call(`/sync/${encodeURIComponent(workshop)}/${path}`, {
            token: stranger.session.accessToken,
            body: docs,
          })
        ).status,
      ).toBe(403);
  }
});
