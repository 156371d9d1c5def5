import { difference, type Contribution } from '@revops/domain';
import { deleteAll, putAll } from '../database/put-all.ts';
import type { Rollup, WriteTx } from '../database/schema.ts';
import { findEach, findMany } from './find-many.ts';
import { sameValue } from './same-value.ts';

/** A group's part in the totals: as it stands here, and as the server has it when that differs. */
export interface Shares {
  readonly shares: readonly Contribution[];
  readonly sent?: readonly Contribution[] | undefined;
}

export const noShares: Shares = { shares: [] };

/** What only this phone has. A share that an unsent word takes out of a total is in no total any more. */
const unsentOf = ({ shares, sent }: Shares): Contribution[] =>
  sent === undefined ? [] : difference(sent, shares).filter((part) => part.count >= 0);

const empty = (key: string): Rollup => ({
  key,
  amount: 0,
  count: 0,
  unsentAmount: 0,
  unsentCount: 0,
  sentAmount: 0,
  sentCount: 0,
});

function sum(a: Rollup, b: Rollup): Rollup {
  return {
    key: a.key,
    amount: a.amount + b.amount,
    count: a.count + b.count,
    unsentAmount: a.unsentAmount + b.unsentAmount,
    unsentCount: a.unsentCount + b.unsentCount,
    sentAmount: a.sentAmount + b.sentAmount,
    sentCount: a.sentCount + b.sentCount,
  };
}

const isNothing = (rollup: Rollup): boolean =>
  rollup.amount === 0 &&
  rollup.count === 0 &&
  rollup.unsentAmount === 0 &&
  rollup.unsentCount === 0 &&
  rollup.sentAmount === 0 &&
  rollup.sentCount === 0;

/** The changes of totals in one transaction; nothing is written before `write`. */
export class Totals {
  readonly #deltas = new Map<string, Rollup>();
  readonly #held = new Map<string, Rollup>();
  readonly #tx: WriteTx;

  constructor(tx: WriteTx) {
    this.#tx = tx;
  }

  /** Totals change by new − old. */
  change(before: Shares, after: Shares): void {
    if (sameValue(before.shares, after.shares) && sameValue(before.sent, after.sent)) return;
    for (const { key, amount, count } of difference(before.shares, after.shares))
      this.#add({ ...empty(key), amount, count });
    const [sentBefore, sentAfter] = [before.sent ?? before.shares, after.sent ?? after.shares];
    for (const { key, amount, count } of difference(sentBefore, sentAfter))
      this.#add({ ...empty(key), sentAmount: amount, sentCount: count });
    for (const { key, amount, count } of difference(unsentOf(before), unsentOf(after)))
      this.#add({ ...empty(key), unsentAmount: amount, unsentCount: count });
  }

  #add(delta: Rollup): void {
    const held = this.#deltas.get(delta.key);
    this.#deltas.set(delta.key, held === undefined ? delta : sum(held, delta));
  }

  /** The keys whose totals change. */
  get keys(): string[] {
    return [...this.#deltas.keys()];
  }

  /** Takes note that nothing is stored under these keys. */
  hold(keys: readonly string[]): void {
    for (const key of keys) this.#held.set(key, empty(key));
  }

  /** Brings the stored totals of keys in of which most are new, such as those of jobs that have just come. */
  async loadNew(keys: readonly string[]): Promise<void> {
    const store = this.#tx.objectStore('rollups');
    const missing = keys.filter((key) => !this.#held.has(key));
    const found = await findMany(store, missing, (rollup) => rollup.key);
    this.#keep(missing, found);
  }

  /** Brings the stored totals of these keys in, all at once. */
  async load(keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.#held.has(key));
    this.#keep(missing, await findEach(this.#tx.objectStore('rollups'), missing));
  }

  #keep(keys: readonly string[], found: ReadonlyMap<string, Rollup>): void {
    for (const key of keys) if (!this.#held.has(key)) this.#held.set(key, found.get(key) ?? empty(key));
  }

  /** A total as it will be after this transaction; its key must have been loaded. */
  now(key: string): Rollup {
    return sum(this.#held.get(key) ?? empty(key), this.#deltas.get(key) ?? empty(key));
  }

  async write(): Promise<void> {
    const changed = [...this.#deltas].filter(([, delta]) => !isNothing(delta)).map(([key]) => key);
    await this.load(changed);
    const totals = changed.map((key) => this.now(key));
    putAll(
      this.#tx,
      'rollups',
      totals.filter((total) => !isNothing(total)),
    );
    deleteAll(
      this.#tx,
      'rollups',
      totals.filter(isNothing).map(({ key }) => key),
    );
  }
}
