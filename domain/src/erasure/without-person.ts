import { nextStamp, hlcOf } from '#src/clock/hlc.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';

/** The person whose data a document repeats, such as the name on a job card. */
export const personOf = (document: AnyDocument): string | undefined =>
  typeNamed(document.type)?.personal?.of(document);

/** Whether a whole document may be erased. Money and work never are: only what they say of a person. */
export const isErasable = (id: string): boolean =>
  typeNamed(id.slice(0, Math.max(0, id.indexOf(':'))))?.erasable === true;

/**
 * A document without what it repeats of a person; undefined where nothing of it is left. With newer stamps, so that no
 * branch that still has the words wins over it.
 */
export function withoutPerson(document: AnyDocument): AnyDocument | undefined {
  const personal = typeNamed(document.type)?.personal;
  if (personal === undefined) return undefined;
  const said = Object.entries(personal.fields).filter(([name, left]) => document[name] !== left);
  if (said.length === 0) return undefined;
  const changed: Record<string, unknown> = { ...document };
  const stamps: Record<string, unknown> = { ...document.stamps };
  for (const [name, left] of said) {
    if (left === undefined) delete changed[name];
    else changed[name] = left;
    const last = hlcOf(document.stamps?.[name]);
    stamps[name] = nextStamp(last === '' ? undefined : last, 0, 'server');
  }
  return { ...changed, stamps } as unknown as AnyDocument;
}
