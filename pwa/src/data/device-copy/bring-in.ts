import {
  ok,
  quarantineListSchema,
  quarantineUploadAnswerSchema,
  recoveryAnswerSchema,
  type ErrorCode,
  type RecoveredRow,
  type Result,
} from '@revops/domain';
import { asPerson } from '../account/as-person.ts';
import type { CopiedDocument, CopiedFile, DeviceCopy } from './copy-format.ts';
import { documentsOf } from './copy-summary.ts';
import { putFile } from './put-file.ts';

export type Brought = RecoveredRow['result'];

/** What became of each kind of thing in the file; a second time everything is `known`. */
export interface BroughtIn {
  readonly documents: readonly { readonly type: string; readonly result: Brought; readonly count: number }[];
  /** Codes of refusals, the first of each, to be said in words. */
  readonly reasons: readonly string[];
  /** What had been refused before and stands in the owner's list now. */
  readonly listed: number;
  readonly files: Readonly<Record<Brought, number>>;
}

/** The calls it makes; a test brings its own. */
export interface BringInCalls {
  readonly ask: typeof asPerson;
  readonly putFile: (file: CopiedFile) => Promise<Result<Brought, ErrorCode>>;
}

/** Well below what one request may hold, and small enough to arrive over a bad line. */
const maxBytes = 400_000;
const maxDocuments = 100;
const maxPages = 50;

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (batch.length > 0 && (bytes + size > maxBytes || batch.length === maxDocuments)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const nameOf = (body: CopiedDocument): string => `${String(body['_id'])} ${String(body['_rev'])}`;

/**
 * Gives the server what a file holds, in parts; each part may be repeated, so a line that breaks costs nothing but
 * another tap. What had been refused is never let in here: it goes where the owner decides on each.
 */
export class BringIn {
  readonly #copy: DeviceCopy;
  readonly #calls: BringInCalls;
  readonly #tally = new Map<string, { type: string; result: Brought; count: number }>();
  readonly #reasons = new Set<string>();
  readonly #files: Record<Brought, number> = { stored: 0, known: 0, refused: 0 };
  #listed = 0;

  constructor(copy: DeviceCopy, calls: BringInCalls = { ask: asPerson, putFile }) {
    this.#copy = copy;
    this.#calls = calls;
  }

  /** @param onStep is told how many of how many things are done. */
  async run(onStep: (done: number, total: number) => void): Promise<Result<BroughtIn, ErrorCode>> {
    const documents = documentsOf(this.#copy);
    const files = (this.#copy.files ?? []).filter(({ base64 }) => base64 !== undefined);
    const total = documents.length + files.length;
    let done = 0;
    for (const batch of batches(documents)) {
      const answer = await this.#recover(batch);
      if (!answer.ok) return answer;
      onStep((done += batch.length), total);
    }
    const listed = await this.#list();
    if (!listed.ok) return listed;
    for (const file of files) {
      const answer = await this.#calls.putFile(file);
      if (!answer.ok) return answer;
      this.#files[answer.value] += 1;
      onStep((done += 1), total);
    }
    const reasons = [...this.#reasons];
    return ok({ documents: [...this.#tally.values()], reasons, listed: this.#listed, files: this.#files });
  }

  async #recover(documents: readonly CopiedDocument[]): Promise<Result<undefined, ErrorCode>> {
    const answer = await this.#calls.ask({
      method: 'POST',
      path: '/api/recovery',
      body: { documents, source: 'file' },
      answer: recoveryAnswerSchema,
    });
    if (!answer.ok) return answer;
    for (const [index, row] of answer.value.rows.entries()) this.#count(documents[index], row);
    return ok(undefined);
  }

  #count(document: CopiedDocument | undefined, { result, reason }: RecoveredRow): void {
    const type = String(document?.['type']).slice(0, 60);
    const key = `${type} ${result}`;
    const before = this.#tally.get(key) ?? { type, result, count: 0 };
    this.#tally.set(key, { ...before, count: before.count + 1 });
    if (reason !== undefined) this.#reasons.add(reason.split(':')[0] ?? '');
  }

  /** Most of it reached the server when it was refused; the rest joins that list now. */
  async #list(): Promise<Result<undefined, ErrorCode>> {
    if (this.#copy.tray.length === 0) return ok(undefined);
    const known = await this.#knownRefusals();
    if (!known.ok) return known;
    const fresh = this.#copy.tray.filter(({ body }) => !known.value.has(nameOf(body)));
    for (const batch of batches(fresh)) {
      const documents = batch.map(({ body, reason }) => ({ body, reason }));
      const answer = await this.#calls.ask({
        method: 'POST',
        path: '/api/quarantine',
        body: { documents },
        answer: quarantineUploadAnswerSchema,
      });
      if (!answer.ok) return answer;
      this.#listed += answer.value.stored;
    }
    return ok(undefined);
  }

  async #knownRefusals(): Promise<Result<ReadonlySet<string>, ErrorCode>> {
    const known = new Set<string>();
    let after = '';
    for (let page = 0; page < maxPages; page += 1) {
      const path = `/api/quarantine?all=true&limit=200${after}`;
      const answer = await this.#calls.ask({ method: 'GET', path, answer: quarantineListSchema });
      if (!answer.ok) return answer;
      for (const { docId, rev } of answer.value.items) known.add(`${docId} ${rev}`);
      const { next } = answer.value;
      if (next === undefined) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    return ok(known);
  }
}
