import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Built together, because an index is built per design document and every document is shown to each only once. */
const designs = {
  lookups: ['by-job', 'by-head', 'by-access', 'by-counter'],
  // Apart: a dashboard may wait for its index, a write that looks something up may not.
  analytics: ['entries-by-time'],
  lists: ['by-list'],
  // What only owners read, and only now and then.
  office: ['by-audited', 'by-quarantine'],
} as const;

export type DesignName = keyof typeof designs;

/**
 * Lookups that every store answers by an index of its own. Keys: job id; head id; [access key, createdAt];
 * ['n', device, n] and ['job', device, number]; [type, instant]; [audited id, arrival]; ['open' or 'all', place] and
 * ['room', sender] and ['n <device>', n]; [list, access key, place], ['plate', plate, id] and ['phone', digits, id].
 */
export type ViewName = (typeof designs)[DesignName][number];

export const designNames = Object.keys(designs) as readonly DesignName[];

export const viewsIn = (design: DesignName): readonly ViewName[] => designs[design];

export const viewNames: readonly ViewName[] = designNames.flatMap((design) => viewsIn(design));

/** The path of a view below its database. */
export function viewPath(view: ViewName): string {
  const design = designNames.find((name) => viewsIn(name).includes(view));
  if (design === undefined) throw new Error(`no design document holds ${view}`);
  return `_design/${versionedName(design)}/_view/${view}`;
}

/**
 * A design document is named after its texts. While gateways are replaced one by one, each version asks its own; and the
 * next version's indexes can be built beside those in use (`npm run couchdb:setup`), where a changed text under the same
 * name would make every reader wait until the last document has been indexed anew.
 */
export const versionedName = (design: DesignName): string =>
  `${design}-${shortHash(viewsIn(design).map((view) => viewText(view)))}`;

const exported = 'export function ';
const texts = new Map<ViewName, string>();

/**
 * The function as CouchDB gets it: read from its file and never printed by a compiler, because another text, be it only
 * other spaces, makes CouchDB build the index anew.
 */
export function viewText(view: ViewName): string {
  const known = texts.get(view);
  if (known !== undefined) return known;
  const file = readFileSync(new URL(`../views/${view}.js`, import.meta.url), 'utf8');
  const start = file.indexOf(exported);
  if (start === -1) throw new Error(`views/${view}.js exports no function`);
  // CouchDB takes only functions without a name.
  const text = `function ${file.slice(file.indexOf('(', start)).trim()}`;
  texts.set(view, text);
  return text;
}

export const shortHash = (texts: readonly string[]): string =>
  createHash('md5').update(texts.join('\n')).digest('hex').slice(0, 8);

/** Differs whenever any function does: indexes that were kept under another version are built anew. */
export const viewsVersion: string = createHash('md5')
  .update(viewNames.map((view) => viewText(view)).join('\n'))
  .digest('hex');
