import { documents, type KnownDocument } from '../queries/documents.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** Some documents as the server has them, by id. */
export function useDocuments(ids: readonly string[]): Live<ReadonlyMap<string, KnownDocument>> {
  const wanted = [...new Set(ids)].toSorted();
  return useLive({
    key: `documents ${wanted.join(' ')}`,
    topics: wanted,
    read: () => (tx) => documents(tx, wanted),
    keepsLast: true,
  });
}
