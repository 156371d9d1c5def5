import { seededRandom, type AnyDocument, type Random } from '@revops/domain';
import type { DocumentStore } from '@revops/sync-server';
import { startServer, type TestServer, type WireDocument } from '@revops/sync-server/testing';
import { Cast, type Person } from './cast.ts';
import { Replica } from './replica.ts';
import { opens, rightfulAccess, sorted } from './rights-model.ts';
import { Secrets, type Moment } from './secrets.ts';

type Stored = AnyDocument & { readonly _rev: string };

/** Bytes that an entry names, with the marker that its thumbnail shows: whoever reads the entry may have them. */
export interface StoredFile {
  readonly hash: string;
  readonly marker: string;
  /** Bytes belong to whoever named them first. */
  readonly by: string;
}

const longpollMs = 120;
const startMs = Date.parse('2026-04-01T06:00:00.000Z');

/** A workshop with its people, every document as it stands, and who may read what. */
export class World {
  readonly random: Random;
  readonly server: TestServer;
  readonly cast: Cast;
  readonly secrets = new Secrets();
  readonly replicas = new Map<string, Replica>();
  readonly notes: string[] = [];
  readonly files: StoredFile[] = [];
  readonly trace: string[] = [];
  /** Live winners by id, as they were found stored after the last step. */
  documents: ReadonlyMap<string, Stored> = new Map();
  otherWorkshopId = '';
  readonly #clock: { ms: number };
  #markers = 0;

  private constructor(seed: number, server: TestServer, clock: { ms: number }) {
    this.random = seededRandom(seed);
    this.server = server;
    this.#clock = clock;
    this.cast = new Cast(server, () => clock.ms);
  }

  static async open(seed: number): Promise<World> {
    const clock = { ms: startMs };
    const server = await startServer({ config: { longpollMs }, overrides: { now: () => clock.ms } });
    const world = new World(seed, server, clock);
    await world.#people();
    return world;
  }

  async #people(): Promise<void> {
    await this.cast.register('olga');
    for (const name of ['meera', 'manoj', 'mohan']) await this.cast.join(name, 'manager');
    await this.cast.join('tara', 'technician');
    await this.cast.join('cyrus', 'customer');
    for (const [index, person] of this.cast.people.entries())
      this.replicas.set(person.name, new Replica([3, 10, 1, 100, 2, 5][index] ?? 10));
    const other = new Cast(this.server, () => this.#clock.ms);
    const stranger = await other.register('stranger');
    this.otherWorkshopId = stranger.phone.session.workshop.id;
    const marker = this.marker();
    this.secrets.keep(marker, () => false);
    await stranger.phone.send(stranger.phone.openJob({ internalNotes: marker }));
    this.passTime();
    await this.observe();
  }

  get workshopId(): string {
    return this.cast.founder.phone.session.workshop.id;
  }

  marker(): string {
    this.#markers += 1;
    const chance = Array.from(this.random.bytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `MK${chance.toUpperCase()}${this.#markers.toString(16).toUpperCase().padStart(4, '0')}`;
  }

  now(): string {
    return new Date(this.#clock.ms).toISOString();
  }

  /** Longer than any right may be remembered; what is asked from here on is judged by the rights of this moment. */
  passTime(): void {
    this.#clock.ms += 2001;
  }

  moment(): Moment {
    return {
      keys: new Map(this.cast.people.map((person) => [person.name, person.keys])),
      access: new Map(this.#access),
    };
  }

  #access: ReadonlyMap<string, readonly (readonly string[])[]> = new Map();

  /** What a person may read now, by the model alone. */
  readableBy(person: Person): Stored[] {
    return [...this.documents.values()].filter((document) => opens(person.keys, document.access));
  }

  /** Notes a body before it is sent, so that what the server does with it can be judged. */
  async send(person: Person, documents: readonly WireDocument[]): Promise<readonly string[]> {
    const rows = await person.phone.send(documents);
    for (const [index, document] of documents.entries()) {
      if (rows[index]?.ok === true) this.secrets.note(document);
      else this.#refused(document);
    }
    return rows.map((row) => row.reason?.split(':')[0] ?? 'ok');
  }

  /** Refused bodies are an owner's to read, and their writer's own. */
  #refused(document: WireDocument): void {
    this.secrets.revisionsOf(document._id).add(document._rev);
    for (const marker of JSON.stringify(document).match(/MK[0-9A-F]{12}/g) ?? [])
      if (!this.secrets.isKnown(marker)) this.secrets.keep(marker, (_person, keys) => keys === 'all');
  }

  /** Waits for what the server does behind its answer; that it is never done is a finding too. */
  async until(isSo: (document: Stored) => boolean): Promise<void> {
    const store = await this.server.context.workshopStore(this.workshopId);
    for (let attempt = 0; ; attempt += 1) {
      const winners = (await store.allDocs({ startId: '', endId: '\uffff' })) as readonly Stored[];
      const left = winners.filter((document) => Array.isArray(document['access']) && !isSo(document));
      if (left.length === 0) return;
      if (attempt > 300) throw new Error(`${left.map(({ _id }) => _id).join(' ')} never came to it`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Reads what is stored, beside the server, once it is quiet, and holds it against the table of rights. */
  async observe(): Promise<readonly string[]> {
    const store = await this.server.context.workshopStore(this.workshopId);
    await quiet(store);
    const winners = (await store.allDocs({ startId: '', endId: '\uffff' })) as readonly Stored[];
    const travelling = winners.filter((document) => Array.isArray(document['access']));
    this.documents = new Map(travelling.map((document) => [document._id, document]));
    const leaves = await store.leavesOf(travelling.map(({ _id }) => _id));
    const access = new Map<string, (readonly string[])[]>();
    for (const [id, all] of leaves) {
      for (const leaf of all) this.secrets.note(leaf);
      const live = all.filter((leaf) => leaf._deleted !== true);
      access.set(
        id,
        live.map((leaf) => leaf['access'] as string[]),
      );
    }
    this.#access = access;
    return this.#misfits();
  }

  /** Documents that stand open to somebody else than the table of rights says. */
  #misfits(): readonly string[] {
    return [...this.documents.values()].flatMap((document) => {
      if ((this.#access.get(document._id)?.length ?? 0) > 1) return [];
      const rightful = sorted(rightfulAccess(document, this.#jobOf(document)));
      const stored = sorted(document.access);
      if (String(rightful) === String(stored)) return [];
      return [`${document._id} is open to [${String(stored)}] instead of [${String(rightful)}]`];
    });
  }

  #jobOf(document: Stored): Stored | undefined {
    const payment = this.documents.get(String(document['paymentId']));
    return this.documents.get(String(document['jobId'] ?? payment?.['jobId']));
  }

  async close(): Promise<void> {
    await this.server.stop();
  }
}

/** Some of what a step starts goes on behind its answer: joins, and books that are shared or no longer. */
async function quiet(store: DocumentStore): Promise<void> {
  for (let last = ''; ;) {
    const { updateSeq } = await store.info();
    if (updateSeq === last) return;
    last = updateSeq;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
