import { z } from 'zod';

/** Far more than one answer of the feed brings; what nobody asked for by then is not asked for any more. */
const mostHeld = 1000;

const rowSchema = z.object({
  doc: z.looseObject({
    _id: z.string(),
    _rev: z.string(),
    _revisions: z.object({ start: z.number(), ids: z.array(z.string()) }),
  }),
});
const askedSchema = z.object({ docs: z.array(z.object({ id: z.string(), rev: z.string() })) });

interface Asked {
  readonly id: string;
  readonly rev: string;
}

interface Answered {
  readonly id: string;
  readonly docs: readonly { readonly ok: unknown }[];
}

const keyOf = ({ id, rev }: Asked): string => `${id} ${rev}`;

/**
 * Bodies that came with the feed itself, for the moment until PouchDB asks for them: one way to the server instead of
 * two between somebody's save and the screens of the others.
 */
export class LiveBodies {
  readonly #held = new Map<string, unknown>();

  /** Takes the bodies out of a page. Without its ancestry a body is not what PouchDB wants. */
  take(rows: readonly unknown[]): void {
    if (this.#held.size > mostHeld) this.#held.clear();
    for (const row of rows) {
      const { success, data } = rowSchema.safeParse(row);
      if (success) this.#held.set(keyOf({ id: data.doc._id, rev: data.doc._rev }), data.doc);
      if (typeof row === 'object' && row !== null) delete (row as { doc?: unknown }).doc;
    }
  }

  /** What of a `_bulk_get` is here, once; and the rest of it, which only the server has. */
  answer(body: string): { readonly results: readonly Answered[]; readonly rest: readonly Asked[] } {
    const results: Answered[] = [];
    const { docs } = askedSchema.parse(JSON.parse(body));
    const rest = docs.filter((one) => {
      const doc = this.#held.get(keyOf(one));
      this.#held.delete(keyOf(one));
      if (doc !== undefined) results.push({ id: one.id, docs: [{ ok: doc }] });
      return doc === undefined;
    });
    return { results, rest };
  }
}
