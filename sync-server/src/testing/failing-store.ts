import type { DocumentStore } from '../store/document-store.ts';

/** A store that loses its connection at the given bulk, once: what a crash between two bulks leaves is then in it. */
export function failingStore(inner: DocumentStore, bulk: number): DocumentStore {
  let bulks = 0;
  const bulkWrite: DocumentStore['bulkWrite'] = async (docs) => {
    bulks += docs.length > 0 ? 1 : 0;
    if (bulks === bulk) throw new Error('gone');
    await inner.bulkWrite(docs);
  };
  return new Proxy(inner, {
    get(target, name) {
      if (name === 'bulkWrite') return bulkWrite;
      return (Reflect.get(target, name) as () => unknown).bind(target);
    },
  });
}
