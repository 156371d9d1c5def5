import { readdirSync, readFileSync } from 'node:fs';
import { shortHash } from './views.ts';

/** An index over fields; a document that lacks one of them is not in it. */
export interface MangoIndex {
  readonly name: string;
  readonly fields: readonly string[];
}

const folder = new URL('../indexes/', import.meta.url);

/** The indexes of `indexes/*.json`, the same on both stores; the file's name is the index's. */
export const mangoIndexes: readonly MangoIndex[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => {
    const { fields } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as MangoIndex;
    return { name: file.slice(0, -'.json'.length), fields };
  });

/** All in one design document, named after its content: CouchDB then reads every document once for all of them. */
export const mangoDesign = `indexes-${shortHash([JSON.stringify(mangoIndexes)])}`;
