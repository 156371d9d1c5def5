import type { AnyDocument } from '@revops/domain';
import type { FeedAnswer, Phone } from '@revops/sync-server/testing';

/** What a well-behaved client holds: every row in order, tombstones taken out, begun anew when it is told to. */
export class Replica {
  readonly documents = new Map<string, AnyDocument & { readonly _rev: string }>();
  since = '0';
  #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Reads to the end of the feed; false where the person may not read at all. */
  async pull(phone: Phone): Promise<boolean> {
    for (;;) {
      const query = `style=all_docs&include_docs=true&limit=${this.#limit}&since=${encodeURIComponent(this.since)}`;
      const { status, body } = await phone.call<FeedAnswer>(`/_changes?${query}`);
      if (status === 403) return false;
      if (status !== 200) throw new Error(`_changes answered ${status} ${JSON.stringify(body)}`);
      this.#apply(body);
      if (body.results.length === 0 && body.pending === 0) return true;
    }
  }

  #apply(answer: FeedAnswer): void {
    if (answer.restarted === true) this.documents.clear();
    for (const { id, deleted, doc } of answer.results) {
      if (deleted === true) this.documents.delete(id);
      else if (doc === undefined) throw new Error(`${id} came without its body`);
      else this.documents.set(id, doc);
    }
    this.since = answer.results.at(-1)?.seq ?? answer.last_seq;
  }
}
