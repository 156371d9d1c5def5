import { err, ok, type ErrorCode, type Readmitted, type ReadmittedAll, type Result } from '@revops/domain';
import { AskedBook } from './asked-book.ts';
import {
  dismiss,
  listQuarantine,
  readmit,
  readmitAll,
  type QuarantineItem,
  type QuarantinePage,
} from './quarantine.ts';

/** What is known of the entries that were not accepted; after a failed look the last answer stays. */
export interface QuarantineState {
  readonly status: 'asking' | 'ready' | 'failed';
  readonly items: readonly QuarantineItem[];
  /** The server has more than these. */
  readonly next?: string;
  readonly failure?: ErrorCode;
  readonly askedAt?: string;
}

/** The calls it makes; a test brings its own. */
export interface QuarantineCalls {
  readonly list: (after?: string) => Promise<Result<QuarantinePage, ErrorCode>>;
  readonly readmit: (id: string) => Promise<Result<Pick<Readmitted, 'also'>, ErrorCode>>;
  readonly readmitAll: (ids: readonly string[]) => Promise<Result<ReadmittedAll, ErrorCode>>;
  readonly dismiss: (id: string, reason: string) => Promise<Result<unknown, ErrorCode>>;
}

/** These entries never come by sync. */
export class QuarantineBook extends AskedBook<QuarantineState> {
  readonly #calls: QuarantineCalls;

  constructor(calls: QuarantineCalls = { list: listQuarantine, readmit, readmitAll, dismiss }) {
    super({ status: 'asking', items: [] });
    this.#calls = calls;
  }

  /** The next page behind what is shown. */
  readonly more = async (): Promise<void> => {
    const { next, items } = this.snapshot();
    if (next === undefined) return;
    const answer = await this.#calls.list(next);
    if (!answer.ok) return this.set({ ...this.snapshot(), status: 'failed', failure: answer.reason });
    const known = new Set(items.map(({ id }) => id));
    this.#show([...items, ...answer.value.items.filter(({ id }) => !known.has(id))], answer.value.next);
  };

  /** Lets an entry in; it then leaves the list. The refusal's code when even an owner cannot. */
  readonly readmit = async (id: string): Promise<Result<unknown, ErrorCode>> => {
    const answer = await this.#calls.readmit(id);
    if (answer.ok) this.#without([id, ...(answer.value.also ?? [])]);
    return answer;
  };

  /** Lets several in. Those that even an owner cannot let in stay, and the first of their reasons is answered. */
  readonly readmitAll = async (ids: readonly string[]): Promise<Result<undefined, string>> => {
    const answer = await this.#calls.readmitAll(ids);
    if (!answer.ok) return answer;
    const { items } = answer.value;
    this.#without(items.filter(({ error }) => error === undefined).map(({ id }) => id));
    const failed = items.find(({ error }) => error !== undefined)?.error;
    return failed === undefined ? ok(undefined) : err(failed.code);
  };

  /** Read, and not wanted: off the list, with the reason. */
  readonly dismiss = async (id: string, reason: string): Promise<Result<unknown, ErrorCode>> => {
    const answer = await this.#calls.dismiss(id, reason);
    if (answer.ok) this.#without([id]);
    return answer;
  };

  #without(ids: readonly string[]): void {
    const { items, next } = this.snapshot();
    this.#show(
      items.filter((item) => !ids.includes(item.id)),
      next,
    );
  }

  protected override async ask(): Promise<void> {
    const answer = await this.#calls.list();
    if (answer.ok) this.#show(answer.value.items, answer.value.next);
    else this.set({ ...this.snapshot(), status: 'failed', failure: answer.reason });
  }

  #show(items: readonly QuarantineItem[], next: string | undefined): void {
    const askedAt = new Date().toISOString();
    this.set({ status: 'ready', items, askedAt, ...(next === undefined ? {} : { next }) });
  }
}
