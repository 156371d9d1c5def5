import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';

/** Only `created` holds a claim; a claim this holder already has is as good. */
export async function holdsClaim(store: DocumentStore, id: string, holder: string): Promise<boolean> {
  const put = await store.put({ _id: id, type: 'claim', holder });
  if (put.outcome === 'created') return true;
  if (put.outcome === 'accepted') {
    await store.put({ _id: id, _rev: put.rev, _deleted: true });
    throw new AppError('unavailable', 'The store has no quorum.');
  }
  return (await store.get(id))?.['holder'] === holder;
}
