import type { DocumentStore } from '#src/store/document-store.ts';
import { holds, united, type Ranges } from '../number-ranges.ts';
import type { Batch } from './batch.ts';
import { childOf, firstRevision, type Leaf } from './revisions.ts';

/** Only a hostile device leaves so many gaps; further stretches are then not followed. */
const maxRanges = 1000;

export const counterId = (device: string): string => `counter:${device}`;

/** The numbers of every device in one request, so that a cloned phone is noticed; nothing is refused for it. */
export class Counters {
  readonly #batch: Batch;
  readonly #changed = new Map<string, Ranges>();

  constructor(batch: Batch) {
    this.#batch = batch;
  }

  /** Notes the number of a new entry; false when another entry had it. */
  note(device: string, n: number): boolean {
    const known = this.#ranges(device);
    if (holds(known, n)) return false;
    const next = united([...known, [n, n]]);
    if (next.length <= maxRanges) this.#changed.set(device, next);
    return true;
  }

  /** One revision per device that sent something new; racing gateways leave branches, which are read as their union. */
  #revisions(): readonly Leaf[] {
    return [...this.#changed].map(([device, ranges]) => {
      const body = { type: 'counter', ranges };
      const id = counterId(device);
      const [winner] = this.#batch.live(id);
      if (!winner) return firstRevision({ _id: id, ...body });
      return childOf(winner, body);
    });
  }

  async store(store: DocumentStore): Promise<void> {
    const revisions = this.#revisions();
    if (revisions.length > 0) await store.bulkWrite(revisions);
  }

  #ranges(device: string): Ranges {
    const changed = this.#changed.get(device);
    if (changed) return changed;
    return united(this.#batch.live(counterId(device)).flatMap((leaf) => leaf['ranges'] as Ranges));
  }
}
