import type { AnyDocument } from '@revops/domain';

/** Documents by what one of their fields names; nothing for a name that none has. */
export function groupedBy<D extends AnyDocument>(
  documents: readonly D[],
  field: string,
): (name: string) => readonly D[] {
  const groups = new Map<string, D[]>();
  for (const document of documents) {
    const name = String(document[field]);
    const group = groups.get(name);
    if (group) group.push(document);
    else groups.set(name, [document]);
  }
  return (name) => groups.get(name) ?? [];
}
