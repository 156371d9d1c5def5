import type { Batch } from './batch.ts';
import { childOf, firstRevision, type Leaf } from './revisions.ts';

/** Which of a device's entry numbers have arrived, as stretches: gap-free counting makes one of thousands. */
type Ranges = readonly (readonly [first: number, last: number])[];

/** Only a hostile device leaves so many gaps; further stretches are then not followed. */
const maxRanges = 1000;

export const counterId = (device: string): string => `counter:${device}`;

const holds = (ranges: Ranges, n: number): boolean => ranges.some(([first, last]) => n >= first && n <= last);

function united(ranges: Ranges): Ranges {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

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
  revisions(): readonly Leaf[] {
    return [...this.#changed].map(([device, ranges]) => {
      const body = { type: 'counter', ranges };
      const id = counterId(device);
      const [winner] = this.#batch.live(id);
      if (!winner) return firstRevision({ _id: id, ...body });
      return childOf(winner, body);
    });
  }

  #ranges(device: string): Ranges {
    const changed = this.#changed.get(device);
    if (changed) return changed;
    return united(this.#batch.live(counterId(device)).flatMap((leaf) => leaf['ranges'] as Ranges));
  }
}
