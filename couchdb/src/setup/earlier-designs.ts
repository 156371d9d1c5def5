import { designDocuments } from '../design-documents.ts';
import { mangoDesign } from '../mango-indexes.ts';

const current = new Set([...designDocuments.map(({ _id }) => _id), `_design/${mangoDesign}`]);

/** What some version of RevOps made; anything else in the database was put there by its administrator. */
const isOurs = (id: string): boolean =>
  /^_design\/(lookups|analytics|office|lists|indexes)(-[0-9a-f]{8})?$/.test(id);

/** Of these design documents, those that only another version of RevOps asks. */
export const earlierDesigns = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => isOurs(id) && !current.has(id));
