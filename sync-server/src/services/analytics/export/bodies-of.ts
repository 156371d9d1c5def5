import { upgraded, type AnyDocument } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';

/** 500 jobs are about half a megabyte. */
const perRead = 500;

/** All documents of a type, oldest first as their ids were made, page by page. */
export async function* bodiesOf<D>(store: DocumentStore, type: string): AsyncGenerator<readonly D[]> {
  let [startId, isFirst] = [`${type}:`, true];
  for (;;) {
    const found = await store.allDocs({ startId, endId: `${type}:\uffff`, limit: perRead });
    const page = isFirst ? found : found.filter(({ _id }) => _id !== startId);
    yield page.map((one) => upgraded(one as unknown as AnyDocument) as unknown as D);
    const last = found.at(-1);
    if (last === undefined || found.length < perRead) return;
    [startId, isFirst] = [last._id, false];
  }
}
