import type { DocumentStore } from '#src/store/document-store.ts';
import type { Quarantined } from './quarantine.ts';

const megabyte = 1024 * 1024;
/** Years of refusals of one honest phone; what a lost or hostile one can take of the disk. */
export const roomPerSender = 20 * megabyte;
/** Two full phones: nobody fills the workshop's room with ever new devices of one account. */
export const roomPerPerson = 40 * megabyte;
export const roomPerWorkshop = 200 * megabyte;

const localId = 'quarantine-room';

type Rooms = Readonly<Record<string, number>>;

/** What there is taken, by phone and by person. */
interface Taken {
  readonly taken: Rooms;
  readonly people: Rooms;
}

/** Whose room a document takes. */
export interface Sender {
  readonly sender: string;
  readonly who: string;
}

/**
 * How much room refused documents take, by sender. A note beside the data and no truth: gateways racing may lose an
 * addition, which a daily count puts right, and nothing but the disk depends on it.
 */
export class QuarantineRoom {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Those of the documents, in order, that still have room; noted before they are stored, so a crash counts too much. */
  async take(documents: readonly Quarantined[], { sender, who }: Sender): Promise<ReadonlySet<Quarantined>> {
    const { taken, people } = await this.#read();
    let mine = taken[sender] ?? 0;
    let person = people[who] ?? 0;
    let all = Object.values(taken).reduce((sum, room) => sum + room, 0);
    const kept = new Set<Quarantined>();
    for (const document of documents) {
      const { room } = document;
      if (mine + room > roomPerSender || person + room > roomPerPerson || all + room > roomPerWorkshop)
        continue;
      mine += room;
      person += room;
      all += room;
      kept.add(document);
    }
    if (kept.size > 0) {
      const note: Taken = { taken: { ...taken, [sender]: mine }, people: { ...people, [who]: person } };
      await this.#store.putLocal(localId, { ...note });
    }
    return kept;
  }

  /** Counts anew from what is there. */
  async recount(): Promise<void> {
    const taken = new Map<string, number>();
    const people = new Map<string, number>();
    const rows = await this.#store.view('by-quarantine', { startKey: ['room'], endKey: ['room', {}] });
    for (const { key, value } of rows) {
      const { room, who } = value as { readonly room: number; readonly who: string };
      add(taken, String((key as readonly unknown[])[1]), room);
      add(people, who, room);
    }
    await this.#store.putLocal(localId, {
      taken: Object.fromEntries(taken),
      people: Object.fromEntries(people),
    });
  }

  async #read(): Promise<Taken> {
    const { taken = {}, people = {} } = ((await this.#store.getLocal(localId)) ?? {}) as Partial<Taken>;
    return { taken, people };
  }
}

const add = (rooms: Map<string, number>, name: string, room: number): void =>
  void rooms.set(name, (rooms.get(name) ?? 0) + room);
