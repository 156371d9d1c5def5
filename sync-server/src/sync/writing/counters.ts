import type { DocumentStore } from '#src/store/document-store.ts';
import { holds, united, type Ranges } from '../number-ranges.ts';
import type { Batch } from './batch.ts';
import { childOf, firstRevision, type Leaf } from './revisions.ts';

/** Only a hostile device leaves so many gaps; further stretches are then not followed. */
const maxRanges = 1000;

export const counterId = (device: string): string => `counter:${device}`;

/** What a counter says: the numbers that have arrived, and those of entries that were erased, which are nowhere else. */
interface Counted {
  readonly ranges: Ranges;
  readonly erased: Ranges;
}

/** Racing gateways leave branches, which are read as their union. */
export function countedIn(leaves: readonly Readonly<Record<string, unknown>>[]): Counted {
  const of = (field: keyof Counted): Ranges =>
    united(leaves.flatMap((leaf) => (leaf['_deleted'] === true ? [] : ((leaf[field] ?? []) as Ranges))));
  return { ranges: of('ranges'), erased: of('erased') };
}

/** The numbers of every device in one request, so that a cloned phone is noticed; nothing is refused for it. */
export class Counters {
  readonly #batch: Batch;
  readonly #changed = new Map<string, Counted>();

  constructor(batch: Batch) {
    this.#batch = batch;
  }

  /** Notes the number of a new entry; false when another entry had it. */
  note(device: string, n: number): boolean {
    const known = this.#counted(device);
    if (holds(known.ranges, n)) return false;
    this.#set(device, { ...known, ranges: united([...known.ranges, [n, n]]) });
    return true;
  }

  /** Notes the number of an entry that was erased: it has arrived, and nothing of it is there. */
  noteErased(device: string, n: number): void {
    const known = this.#counted(device);
    // What was refused may name any number.
    if (n < 1 || holds(known.erased, n)) return;
    this.#set(device, {
      ranges: united([...known.ranges, [n, n]]),
      erased: united([...known.erased, [n, n]]),
    });
  }

  #set(device: string, next: Counted): void {
    if (next.ranges.length <= maxRanges && next.erased.length <= maxRanges) this.#changed.set(device, next);
  }

  /** One revision per device that sent something new. */
  #revisions(): readonly Leaf[] {
    return [...this.#changed].map(([device, { ranges, erased }]) => {
      const body = { type: 'counter', ranges, ...(erased.length === 0 ? {} : { erased }) };
      const id = counterId(device);
      const [winner] = this.#batch.live(id);
      if (!winner) return firstRevision({ _id: id, ...body });
      return childOf(winner, body);
    });
  }

  /**
   * After the bulk that stores the entries, never in it: CouchDB may be cut short in the middle of a bulk. A number that
   * counts while its entry is not here would hide a loss and take the entry, when it comes again, for a cloned phone's;
   * an entry whose number does not count yet is found when the numbers are read (`device-numbers.ts`).
   */
  async store(store: DocumentStore): Promise<void> {
    const revisions = this.#revisions();
    if (revisions.length > 0) await store.bulkWrite(revisions);
  }

  #counted(device: string): Counted {
    return this.#changed.get(device) ?? countedIn(this.#batch.live(counterId(device)));
  }
}
