import { designDocuments } from '../design-documents.ts';
import { mangoDesign, mangoIndexes } from '../mango-indexes.ts';
import type { CouchRequest, Send } from './couch-request.ts';

/** How far an index is behind, over all copies of it. */
interface DesignInfo {
  readonly view_index: { readonly updates_pending?: { readonly total?: number } };
}

/** CouchDB brings an index up to date for whoever asks it; answers when it is. */
const questions: readonly (readonly [design: string, question: CouchRequest])[] = [
  ...designDocuments.map(({ _id, views }) => {
    const path = `/${_id}/_view/${Object.keys(views)[0] ?? ''}?limit=0`;
    return [_id, { method: 'GET', path }] as const;
  }),
  [
    `_design/${mangoDesign}`,
    {
      method: 'POST',
      path: '/_find',
      body: {
        selector: Object.fromEntries((mangoIndexes[0]?.fields ?? []).map((field) => [field, { $gt: null }])),
        limit: 1,
        use_index: [mangoDesign, mangoIndexes[0]?.name],
      },
    },
  ],
];

/**
 * Waits until every index of a database can be asked without waiting. A large workshop takes minutes, longer than a
 * request may: asked again until there is an answer, as long as fewer documents are pending each time. Throws what
 * CouchDB answered when it makes no headway.
 */
export async function buildIndexes(
  send: Send,
  database: string,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const root = `/${encodeURIComponent(database)}`;
  for (const [design, question] of questions) {
    for (let pendingBefore = Infinity; ;) {
      try {
        await send({ ...question, path: root + question.path });
        break;
      } catch (error) {
        const pending = await pendingIn(send, `${root}/${design}`);
        if (pending >= pendingBefore) throw error;
        pendingBefore = pending;
        say(`${database}: building ${design}, ${pending.toLocaleString('en')} documents to go`);
      }
    }
  }
}

async function pendingIn(send: Send, design: string): Promise<number> {
  const { view_index: index } = (await send({ method: 'GET', path: `${design}/_info` })) as DesignInfo;
  return index.updates_pending?.total ?? 0;
}
