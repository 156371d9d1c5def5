import { upgraded, type AnyDocument } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

/** A thousand jobs are about a megabyte. */
const perRead = 1000;

/**
 * All documents of a type, oldest first as their ids were made, page by page. The next page is read while the one before
 * is being used, and no further: the store and whoever writes need not wait for each other.
 */
export async function* bodiesOf<D>(store: DocumentStore, type: string): AsyncGenerator<readonly D[]> {
  const read = (startId: string): Promise<readonly StoredDocument[]> => {
    const page = store.allDocs({ startId, endId: `${type}:\uffff`, limit: perRead });
    // Nobody hears of a page that nobody came for.
    page.catch(() => undefined);
    return page;
  };
  let [after, coming] = ['', read(`${type}:`)];
  for (;;) {
    const page = await coming;
    const last = page.at(-1);
    const isLast = last === undefined || page.length < perRead;
    if (!isLast) coming = read(last._id);
    // A page begins with the last one of the page before.
    const news = page[0]?._id === after ? page.slice(1) : page;
    yield news.map((one) => upgraded(one as unknown as AnyDocument) as unknown as D);
    if (isLast) return;
    after = last._id;
  }
}
