import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  accessOf,
  addNote,
  canRead,
  decidePayment,
  editJob,
  keysOf,
  typeNamed,
  type ActResult,
  type AnyDocument,
} from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { failingStore } from '#src/testing/failing-store.ts';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
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
import { followJob } from './follow-job.ts';
import { followSharing } from './follow-sharing.ts';
import { writeDocuments } from './write-documents.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const same = (actual: unknown, expected: unknown): void => expect(actual).toEqual(expected);

/** A CouchDB answers each of the thousand requests over the network. */
const isSlow = process.env['REVOPS_TEST_STORE'] === 'couchdb';

/** What one person's phone holds after the syncs it made: bodies, or word that they are gone. */
class Replica {
  readonly phone: Phone;
  readonly held = new Map<string, AnyDocument>();
  #since = '0';

  constructor(phone: Phone) {
    this.phone = phone;
  }

  async sync(): Promise<void> {
    for (let pending = true; pending;) {
      const page = await this.phone.changes(`include_docs=true&since=${encodeURIComponent(this.#since)}`);
      this.#since = page.last_seq;
      pending = page.pending > 0;
      for (const { id, deleted, doc } of page.results) {
        if (doc && deleted !== true) this.held.set(id, doc);
        else this.held.delete(id);
        if (deleted === true) same(Object.keys(doc ?? {}).toSorted(), ['_deleted', '_id', '_rev']);
      }
    }
  }
}

/** One workshop with an owner, three desks and a technician, and what ever could be read in it. */
class World {
  readonly store: DocumentStore;
  readonly owner: Phone;
  readonly desks: readonly Phone[];
  readonly replicas: readonly Replica[];
  readonly technician: string;
  /** Jobs as they were opened: what a phone knows that has heard of nothing since. */
  readonly jobs: WireDocument[] = [];
  readonly payments: WireDocument[] = [];
  readonly #had = new Map<string, Set<string>>();

  private constructor(store: DocumentStore, owner: Phone, desks: readonly Phone[], technician: Phone) {
    this.store = store;
    this.owner = owner;
    this.desks = desks;
    this.technician = technician.userId;
    this.replicas = [owner, ...desks, technician].map((phone) => new Replica(phone));
  }

  static async open(): Promise<World> {
    const session = await registerOwner(server);
    const join = async (role?: string) => new Phone(server, await joinWorkshop(server, session, role));
    const desks = [await join(), await join(), await join()];
    const store = await server.context.workshopStore(session.workshop.id);
    return new World(store, new Phone(server, session), desks, await join('technician'));
  }

  async ownerEdits(
    id: string,
    change: (job: WireDocument) => AnyDocument,
    on?: DocumentStore,
  ): Promise<void> {
    const job = await this.owner.get(id);
    const { userId, context } = this.owner;
    await writeDocuments({
      store: on ?? this.store,
      writer: {
        actor: { userId, role: 'owner', deviceIds: [context.deviceId] },
        deviceId: context.deviceId,
        arrivedAt: new Date().toISOString(),
      },
      documents: [over(job, change(job))],
      newEdits: false,
      auditId: crypto.randomUUID(),
    });
  }

  async remember(): Promise<void> {
    for (const document of await this.readable()) {
      const had = this.#had.get(document._id) ?? new Set();
      this.#had.set(document._id, new Set([...had, ...document.access]));
    }
  }

  had(id: string): readonly string[] {
    return [...(this.#had.get(id) ?? [])];
  }

  async readable(): Promise<readonly AnyDocument[]> {
    const all = await this.store.allDocs({ startId: '', endId: '\uffff' });
    return all.filter((document) => Array.isArray(document['access'])) as unknown as AnyDocument[];
  }
}

type Step = readonly [kind: string, which: number, who: number];

async function take(world: World, [kind, which, who]: Step): Promise<void> {
  const { owner, jobs, payments, desks } = world;
  const job = jobs[which % Math.max(1, jobs.length)];
  const phone = desks[who % desks.length] as Phone;
  if (kind === 'sync') return world.replicas[which % world.replicas.length]?.sync();
  if (kind === 'open' || !job) {
    const documents = phone.openJob({ plate: `KA05${jobs.length}${who}` });
    same(
      await phone.codes(documents),
      documents.map(() => 'ok'),
    );
    jobs.push(typed(documents, 'job'));
    return;
  }
  const deskKey = `desk:${phone.userId}`;
  switch (kind) {
    case 'move':
    case 'crashed move': {
      const moved = (now: WireDocument) => ({
        ...changed(owner, now, { desk: phone.userId }),
        access: [deskKey],
      });
      const crash = kind === 'move' ? undefined : failingStore(world.store, 2);
      await world.ownerEdits(job._id, moved, crash).catch((error: Error) => same(error.message, 'gone'));
      return;
    }
    case 'assign':
      await world.ownerEdits(job._id, (now) => {
        const assigned = who % 2 === 0 ? [world.technician] : [];
        const act: ActResult = editJob(owner.context, asJob(bodyOf(now)), { assigned });
        return act.ok ? typed(actOf(act).documents, 'job') : bodyOf(now);
      });
      return;
    case 'share':
      await world.ownerEdits('workshop:self', (now) =>
        changed(owner, now, { shareCustomers: who % 2 === 0 }),
      );
      return;
    case 'pay': {
      // The collector knows the job as it was opened, wherever it stands by now.
      const money = phone.pay(job, 100 + who, {
        method: 'upi',
        utr: `UTR${crypto.randomUUID().slice(0, 8)}`,
      });
      same(
        await phone.codes(money),
        money.map(() => 'ok'),
      );
      payments.push(typed(money, 'payment'));
      return;
    }
    case 'decide': {
      const payment = payments[which % Math.max(1, payments.length)];
      if (!payment) return;
      const turn = decidePayment(owner.context, asPayment(bodyOf(payment)), [], { verdict: 'confirmed' });
      await owner.send(wires(turn));
      return;
    }
    default: {
      const own = { ...asJob(bodyOf(job)), desk: phone.userId };
      const codes = await phone.codes(wires(addNote(phone.context, own, 'late or not')));
      const hadIt = world.had(job._id).includes(deskKey);
      same(codes, [hadIt ? 'ok' : 'not_permitted']);
    }
  }
}

async function checkPlaces(world: World): Promise<void> {
  for (const document of await world.readable()) {
    expect([document._id, document.access]).toEqual([document._id, accessOf(document)]);
    const lost = world.had(document._id).filter((key) => !document.access.includes(key));
    expect([document._id, document.was ?? []]).toEqual([document._id, expect.arrayContaining(lost)]);
    const type = typeNamed(document.type);
    const root = type?.jobOf?.(document) ?? type?.headOf?.(document);
    if (root === undefined || document['desk'] === undefined) continue;
    const stands = await world.owner.get(root);
    expect([document._id, document['desk']]).toEqual([document._id, stands['desk']]);
    expect(document['assigned'] ?? stands['assigned']).toEqual(stands['assigned']);
  }
}

async function checkReplicas(world: World): Promise<void> {
  const all = await world.readable();
  for (const replica of world.replicas) {
    await replica.sync();
    const { user } = replica.phone.session;
    const keys = keysOf({ userId: user.id, role: user.role });
    const allowed = all.filter((document) => canRead(keys, document)).map(({ _id }) => _id);
    expect([...replica.held.keys()].toSorted()).toEqual(allowed.toSorted());
  }
}

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(
    'open',
    'move',
    'move',
    'crashed move',
    'assign',
    'share',
    'pay',
    'decide',
    'note',
    'note',
    'sync',
  ),
  fc.nat({ max: 9 }),
  fc.nat({ max: 9 }),
);

it('after any history everything stands as its job stands, nobody is forgotten, and each phone holds what its keys open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
      const world = await World.open();
      for (const one of steps) {
        await take(world, one);
        await world.remember();
      }
      for (const { _id } of world.jobs) await followJob(world.store, _id);
      await followSharing(world.store);
      await checkPlaces(world);
      await checkReplicas(world);
    }),
    { numRuns: isSlow ? 4 : 15, endOnFailure: true },
  );
}, 120_000);
