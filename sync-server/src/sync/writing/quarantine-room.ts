import type { DocumentStore } from '#src/store/document-store.ts';
import type { Quarantined } from './quarantine.ts';

const megabyte = 1024 * 1024;
/** Years of refusals of one honest phone; what a lost or hostile one can take of the disk. */
export const roomPerSender = 20 * megabyte;
export const roomPerWorkshop = 200 * megabyte;

const localId = 'quarantine-room';

type Taken = Readonly<Record<string, number>>;

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
  async take(documents: readonly Quarantined[], sender: string): Promise<ReadonlySet<Quarantined>> {
    const taken = await this.#read();
    let mine = taken[sender] ?? 0;
    let all = Object.values(taken).reduce((sum, room) => sum + room, 0);
    const kept = new Set<Quarantined>();
    for (const document of documents) {
      if (mine + document.room > roomPerSender || all + document.room > roomPerWorkshop) continue;
      mine += document.room;
      all += document.room;
      kept.add(document);
    }
    if (kept.size > 0) await this.#store.putLocal(localId, { taken: { ...taken, [sender]: mine } });
    return kept;
  }

  /** Counts anew from what is there. */
  async recount(): Promise<void> {
    const taken = new Map<string, number>();
    for (const { key, value } of await this.#store.view('by-quarantine', {
      startKey: ['room'],
      endKey: ['room', {}],
    })) {
      const sender = String((key as readonly unknown[])[1]);
      taken.set(sender, (taken.get(sender) ?? 0) + (typeof value === 'number' ? value : 0));
    }
    await this.#store.putLocal(localId, { taken: Object.fromEntries(taken) });
  }

  async #read(): Promise<Taken> {
    const note = await this.#store.getLocal(localId);
    return (note?.['taken'] ?? {}) as Taken;
  }
}
