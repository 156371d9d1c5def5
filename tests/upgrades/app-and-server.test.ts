import { money, ok, takePayment, type Job } from '@revops/domain';
import { readMeta } from '@revops/pwa/data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPhone, until, type Phone } from '../simulator/engine/phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from '../simulator/engine/restartable-server.ts';
import { asNextVersion, paymentV1ToV2 } from './next-version.ts';

let server: RestartableServer;
let owner: SignedIn;
let manager: SignedIn;

beforeAll(async () => {
  server = await restartableServer();
  owner = await registerOwner(server);
  manager = await joinAsManager(server, owner);
});
afterAll(() => server.stop());

const outdated = async (phone: Phone) => (await readMeta(phone.db, 'sync'))?.outdated;
const rowOf = async (phone: Phone, id: string) => (await phone.rows()).find((row) => row.id === id);

/** Cash on a job, saved and not sent. */
async function cash(phone: Phone, jobId: string, note: string, asNext = false): Promise<string> {
  const [id = ''] = await phone.save(async (context, documents) => {
    const job = (await documents.get<Job>(jobId)) as Job;
    const input = { amount: money(700_00), kind: 'partial', method: 'cash', note } as const;
    const taken = takePayment(asNext ? { ...context, unchecked: true } : context, job, input);
    if (!taken.ok || !asNext) return taken;
    return ok({ ...taken.value, documents: taken.value.documents.map(paymentV1ToV2) });
  });
  return id;
}

describe('an app of this version and a server of the next', () => {
  it('understand each other: what was written before is read in the new shape by everybody', async () => {
    const phone = await newPhone(server, manager);
    await phone.engine.start();
    const jobId = await phone.openJob();
    await until(async () => (await phone.waiting()) === 0, 'the job is sent');
    await phone.engine.stop();
    const id = await cash(phone, jobId, 'at the gate');
    const desk = await newPhone(server, owner);
    await asNextVersion(async () => {
      await Promise.all([phone.engine.start(), desk.engine.start()]);
      await until(async () => (await phone.waiting()) === 0, 'the old body is accepted');
      await until(async () => (await desk.document(id)) !== undefined, 'the owner has it');
      expect(await desk.document(id)).toMatchObject({ schema: 2, remark: 'at the gate', amount: 700_00 });
      expect((await rowOf(desk, jobId))?.folded.received).toMatchObject({ waiting: 700_00 });
      await Promise.all([phone.engine.stop(), desk.engine.stop()]);
    });
    // Stored as it came: the app of this version reads it too.
    expect(await rowOf(phone, id)).toMatchObject({ serverRev: expect.any(String) as unknown });
    const again = await newPhone(server, manager);
    await again.engine.start();
    await until(async () => (await again.document(id)) !== undefined, 'a phone of this version has it');
    expect(await again.document(id)).toMatchObject({ schema: 1, note: 'at the gate' });
    await again.engine.stop();
  });
});

describe('an app of the next version and a server of this one', () => {
  it('waits with what the server does not know, says so, and nothing else is held up or kept for the owner', async () => {
    const phone = await newPhone(server, manager);
    await phone.engine.start();
    const jobId = await phone.openJob();
    await until(async () => (await phone.waiting()) === 0, 'the job is sent');
    await phone.engine.stop();
    const id = await asNextVersion(() => cash(phone, jobId, 'at the gate', true));
    await phone.engine.start();
    await until(async () => (await outdated(phone)) === 'server', 'the phone knows');
    const other = await phone.openJob({ plate: 'KA05MN1234' });
    await until(async () => (await rowOf(phone, other))?.mark === 'server', 'what stands behind it is sent');
    expect([await phone.waiting(), await phone.tray()]).toEqual([1, []]);
    const listed = await server.fetch('/api/quarantine', {
      headers: { authorization: `Bearer ${owner.accessToken}` },
    });
    expect(await listed.json()).toMatchObject({ items: [] });
    await phone.engine.stop();
    await asNextVersion(async () => {
      await phone.engine.start();
      await until(async () => (await phone.waiting()) === 0, 'the upgraded server takes it');
      await until(async () => (await outdated(phone)) === undefined, 'and all is well again');
      expect(await phone.document(id)).toMatchObject({ schema: 2, remark: 'at the gate' });
      await phone.engine.stop();
    });
  });
});

describe('an app that pulls a shape newer than it knows', () => {
  it('keeps it as it came, shows a mark, counts nothing of it, and reads it once it is updated', async () => {
    const sender = await newPhone(server, manager);
    await sender.engine.start();
    const jobId = await sender.openJob({ plate: 'KA05MN7777' });
    const id = await asNextVersion(async () => {
      const paid = await cash(sender, jobId, 'from the office', true);
      await until(async () => (await sender.waiting()) === 0, 'the server of the next version has it');
      await sender.engine.stop();
      return paid;
    });
    const phone = await newPhone(server, owner);
    await phone.engine.start();
    await until(async () => (await rowOf(phone, id)) !== undefined, 'it is here');
    await until(async () => (await phone.document(jobId)) !== undefined, 'the job too');
    const row = await rowOf(phone, id);
    expect(row).toMatchObject({ newer: true, lists: ['newer|'], shares: [], mark: 'server' });
    expect([row?.doc, row?.server?.['remark']]).toEqual([undefined, 'from the office']);
    expect((await rowOf(phone, jobId))?.folded.received?.waiting ?? 0).toBe(0);
    expect(phone.errors).toEqual([]);
    await phone.engine.stop();
    await asNextVersion(async () => {
      await phone.engine.start();
      await until(async () => (await phone.document(id)) !== undefined, 'the updated app folds it anew');
      expect((await rowOf(phone, jobId))?.folded.received).toMatchObject({ waiting: 700_00 });
      await phone.engine.stop();
    });
  });
});

describe('an app that is too old for its server', () => {
  it('keeps everything, says what to do, and goes on as soon as the server understands it', async () => {
    const phone = await newPhone(server, manager);
    const tooOld = JSON.stringify({ error: 'upgrade_required', reason: 'x', code: 'app_outdated' });
    const headers = { 'content-type': 'application/json' };
    const { network } = phone;
    phone.network = () => Promise.resolve(new Response(tooOld, { status: 426, headers }));
    const jobId = await phone.openJob();
    await phone.engine.start();
    await until(async () => (await outdated(phone)) === 'app', 'the phone knows');
    expect([(await phone.waiting()) > 0, await phone.tray(), phone.errors]).toEqual([true, [], []]);
    await phone.engine.stop();
    phone.network = network;
    await phone.engine.start();
    await until(async () => (await rowOf(phone, jobId))?.mark === 'server', 'it is sent');
    expect(await outdated(phone)).toBeUndefined();
    await phone.engine.stop();
  });
});
