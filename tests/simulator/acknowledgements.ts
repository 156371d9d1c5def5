import type { AnyDocument } from '@revops/domain';
import { noteArrival } from './covers.ts';
import type { Keys } from './people.ts';

/** A revision that the server said it has stored, as it was sent. */
export interface Acknowledged {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An answer as it came, and what the person might read while it was on its way. */
export interface Received {
  readonly text: string;
  readonly keys: readonly (Keys | undefined)[];
}

interface Body {
  readonly _id: string;
  readonly _rev: string;
}

/** What the server has said to one phone, also where the phone never heard it. */
export class Acknowledgements {
  readonly acknowledged: Acknowledged[] = [];
  /** What the server said it keeps of a removed person. */
  readonly handedOver: AnyDocument[] = [];
  readonly refused = new Set<string>();
  readonly #now: () => number;

  /** @param now the server's clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  async note(url: string, init: RequestInit, answer: Response): Promise<void> {
    if (url.endsWith('/_bulk_docs') && answer.status === 201)
      this.#noteStored(init, await answer.clone().text());
    if (url.endsWith('/api/quarantine') && answer.status === 200)
      this.#noteHandedOver(init, await answer.clone().text());
  }

  #noteHandedOver(init: RequestInit, text: string): void {
    const { documents } = JSON.parse(init.body as string) as { documents: { body: Body }[] };
    const { kept } = JSON.parse(text) as { kept: { id: string; rev: string }[] };
    const keys = new Set(kept.map(({ id, rev }) => `${id} ${rev}`));
    for (const { body } of documents)
      if (keys.has(`${body._id} ${body._rev}`)) this.handedOver.push(body as unknown as AnyDocument);
  }

  #noteStored(init: RequestInit, text: string): void {
    const sent = (JSON.parse(init.body as string) as { docs: (Acknowledged['body'] & { _id: string })[] })
      .docs;
    const rows = JSON.parse(text) as { id: string; ok?: boolean; error?: string }[];
    for (const [index, row] of rows.entries()) {
      const body = sent[index];
      if (row.ok === true && body !== undefined) {
        this.acknowledged.push({ id: row.id, body });
        noteArrival(body as unknown as AnyDocument, this.#now());
      }
      if (row.error === 'forbidden') this.refused.add(row.id);
    }
  }
}
