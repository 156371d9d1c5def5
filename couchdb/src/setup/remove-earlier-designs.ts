import type { Send } from './couch-request.ts';
import { earlierDesigns } from './earlier-designs.ts';

interface DesignRow {
  readonly id: string;
  readonly value: { readonly rev: string };
}

/** Removes the design documents of other versions and the index files that nobody asks any more; answers their ids. */
export async function removeEarlierDesigns(send: Send, database: string): Promise<readonly string[]> {
  const path = `/${encodeURIComponent(database)}`;
  const { rows } = (await send({ method: 'GET', path: `${path}/_design_docs` })) as {
    readonly rows: readonly DesignRow[];
  };
  const revs = new Map(rows.map(({ id, value }) => [id, value.rev]));
  const earlier = earlierDesigns([...revs.keys()]);
  for (const id of earlier)
    await send({ method: 'DELETE', path: `${path}/${id}?rev=${String(revs.get(id))}` });
  if (earlier.length > 0) await send({ method: 'POST', path: `${path}/_view_cleanup`, body: {} });
  return earlier;
}
