import { canonicalJson, seededRandom, type AnyDocument, type Random } from '@revops/domain';
import { actKinds, tryAct } from '@revops/domain/testing';
import { expect, test } from 'vitest';
import { newPhone, type Phone } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
} from './restartable-server.ts';

/** Photos need bytes and settings need nobody: what is random here is work and money. */
const kinds = actKinds.filter((kind) => kind !== 'add_photo' && kind !== 'edit_workshop');
/** Words on one turn: after a restore another's may have come first, and then this one is a matter for people. */
const mayBeOvertaken = /^(paymentDecision|paymentCancellation|settlementDecision):/;
/** What the gateway writes anew. */
const isGateways = ({ type, createdBy }: AnyDocument): boolean =>
  createdBy === 'server' || ['device', 'member', 'workshop', 'paymentClash'].includes(type);

interface Person {
  phone: Phone;
  readonly userId: string;
  isGone: boolean;
}

/** One random history with a restore in it, and what was promised during it. */
class History {
  readonly #random: Random;
  readonly server: RestartableServer;
  readonly people: Person[] = [];
  /** What the server once said it has, by any phone. */
  readonly acknowledged = new Map<string, AnyDocument>();
  readonly erased = new Set<string>();

  private constructor(random: Random, server: RestartableServer) {
    this.#random = random;
    this.server = server;
  }

  static async begin(seed: number): Promise<History> {
    const history = new History(seededRandom(seed), await restartableServer());
    const { server } = history;
    const owner = await registerOwner(server);
    const signedIn = [owner, await joinAsManager(server, owner), await joinAsManager(server, owner)];
    for (const one of signedIn)
      history.people.push({ phone: await newPhone(server, one), userId: one.user.id, isGone: false });
    return history;
  }

  get owner(): Phone {
    return (this.people[0] as Person).phone;
  }

  get here(): readonly Person[] {
    return this.people.filter(({ isGone }) => !isGone);
  }

  async sync({ phone }: Person): Promise<void> {
    await phone.engine.syncOnce();
    for (const row of await phone.rows())
      if (row.doc !== undefined && row.serverRev !== undefined && row.mark === 'server')
        this.acknowledged.set(row.id, row.doc);
  }

  async act({ phone, userId }: Person): Promise<void> {
    const random = this.#random;
    const seen = (await phone.rows()).flatMap(({ doc }) => (doc === undefined ? [] : [doc]));
    const colleagues = this.people.map((one) => one.userId).filter((id) => id !== userId);
    const kind = random.pick(kinds);
    await phone
      .save((context) => tryAct({ random, context, documents: seen, colleagues }, kind))
      .catch(() => undefined);
  }

  /** Some steps of somebody; often they are not heard for a while. */
  async live(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      const person = this.#random.pick(this.here);
      if (this.#random.chance(0.6)) await this.act(person);
      else await this.sync(person);
    }
  }

  async erase(): Promise<void> {
    await this.sync(this.people[0] as Person);
    const customers = (await this.owner.rows()).filter(({ id }) => id.startsWith('customer:'));
    if (customers.length === 0) return;
    const { id } = this.#random.pick(customers);
    await this.post('/api/erasures', { ids: [id] });
    this.erased.add(id);
    // Told to the owner's phone, as its own screen does.
    await this.sync(this.people[0] as Person);
  }

  async post(path: string, body?: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.owner.token}` };
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await this.server.fetch(path, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  }

  /** Everybody is heard, the owner accepts what is offered, everybody hears of that. */
  async heal(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      for (const person of this.here) await this.sync(person);
      const { items } = (await this.post('/api/recovery/offers')) as { items: readonly { id: string }[] };
      for (const { id } of items) await this.post(`/api/recovery/offers/${id}/accept`, {});
    }
    // The apps are started anew, as they are every morning: what was offered is asked for again.
    for (const person of this.here) {
      person.phone = await person.phone.reopen();
      await person.phone.engine.syncOnce();
    }
  }
}

const documentsOf = async (phone: Phone): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await phone.rows()).flatMap(({ id, doc }) =>
      doc === undefined || doc.type === 'device' ? [] : [[id, canonicalJson({ ...doc, was: undefined })]],
    ),
  );

const totalsOf = async (phone: Phone): Promise<unknown> =>
  (await phone.db.connection().getAll('rollups'))
    .filter(({ key, amount, count }) => !key.startsWith('held|') && (amount !== 0 || count !== 0))
    .map(({ key, amount, count }) => [key, amount, count]);

async function check(history: History, seed: number): Promise<void> {
  const [owner] = history.people as [Person];
  const fresh = await documentsOf(owner.phone);
  const refused = new Set<string>();
  for (const { phone } of history.here) for (const { id } of await phone.tray()) refused.add(id);
  const lost = [...history.acknowledged.values()].filter(
    (document) =>
      !fresh.has(document._id) &&
      !isGateways(document) &&
      !history.erased.has(document._id) &&
      !(mayBeOvertaken.test(document._id) && refused.has(document._id)),
  );
  expect({ seed, lost: lost.map(({ _id }) => _id) }).toEqual({ seed, lost: [] });
  for (const { phone } of history.here) {
    expect(phone.errors).toEqual([]);
    expect({ seed, waiting: await phone.waiting() }).toEqual({ seed, waiting: 0 });
    const kept = (await phone.db.connection().getAll('recovery')).filter(
      ({ id }) => !mayBeOvertaken.test(id),
    );
    expect({ seed, kept: kept.map(({ key, state }) => [key, state]) }).toEqual({ seed, kept: [] });
    for (const [id, body] of await documentsOf(phone))
      expect([seed, id, body]).toEqual([seed, id, fresh.get(id)]);
    for (const id of history.erased) expect(await phone.document(id)).toBeUndefined();
  }
  for (const body of fresh.values()) {
    const document = JSON.parse(body) as AnyDocument;
    if (document.type !== 'job' || !history.erased.has(String(document['customerId']))) continue;
    expect([document['customerName'], document['phone'], document['address']]).toEqual([
      '—',
      undefined,
      undefined,
    ]);
  }
}

/** What a phone that knows nothing counts from the same documents. */
async function checkTotals(history: History): Promise<void> {
  const { owner } = history;
  const before = await totalsOf(owner);
  const { rebuildIfNeeded, writeMeta } = await import('@revops/pwa/data');
  await writeMeta(owner.db, 'rebuild', { after: '' });
  await rebuildIfNeeded(owner.db);
  expect(await totalsOf(owner)).toEqual(before);
}

// 15 and 17: what came back for another desk than the one that kept it.
const seeds = (process.env['RECONCILE_SEEDS'] ?? '3,15,17').split(',').map(Number);

test.each(seeds)(
  'nothing that was acknowledged is lost or doubled by a restore (history %i)',
  async (seed) => {
    const history = await History.begin(seed);
    const random = seededRandom(seed + 1000);
    await history.live(25);
    await history.server.backUp();
    await history.live(15);
    if (random.chance(0.6)) await history.erase();
    await history.live(10);
    // Only what was heard can be known to others: the phone that is gone takes nothing along that was acknowledged.
    const gone = random.chance(0.5) ? history.people[random.between(1, 2)] : undefined;
    if (gone) {
      await history.sync(gone);
      for (const person of history.here) await history.sync(person);
      gone.isGone = true;
    }
    await history.server.restore();
    await history.live(12);
    await history.heal();
    await check(history, seed);
    await checkTotals(history);
    await history.server.stop();
  },
  180_000,
);
