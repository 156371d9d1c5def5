import { seededRandom, type Random } from '@revops/domain';

/** Chance that begins anew with every event, so that an event happens alike whatever was left out before it. */
export class Luck implements Random {
  #now: Random;

  constructor(seed: number) {
    this.#now = seededRandom(seed);
  }

  beginAnew(seed: number): void {
    this.#now = seededRandom(seed);
  }

  readonly next = (): number => this.#now.next();
  readonly between = (min: number, max: number): number => this.#now.between(min, max);
  readonly chance = (share: number): boolean => this.#now.chance(share);
  readonly pick = <T>(from: readonly T[]): T => this.#now.pick(from);
  readonly bytes = (count: number): Uint8Array => this.#now.bytes(count);
}
