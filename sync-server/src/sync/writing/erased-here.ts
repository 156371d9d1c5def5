import { idSchema, personOf, withoutPerson, type AnyDocument } from '@revops/domain';
import { isObject } from '../reading/changes-query.ts';
import type { Batch } from './batch.ts';

/** Whether a document was erased for good: nothing of it lives any more. It has to be loaded. */
export const isErasedIn = (batch: Batch, id: string): boolean =>
  batch.live(id).length === 0 && batch.leaves(id).length > 0;

/** Whether the person whose data a document repeats was erased. */
export function repeatsErased(batch: Batch, document: AnyDocument): boolean {
  const person = personOf(document);
  return person !== undefined && isErasedIn(batch, person);
}

/** Whose data a body from outside repeats, whatever else is wrong with it. */
export function personIn(given: unknown): string | undefined {
  const person =
    isObject(given) && typeof given['type'] === 'string' ? personOf(given as AnyDocument) : undefined;
  return typeof person === 'string' && idSchema.safeParse(person).success ? person : undefined;
}

/** A body that is kept for the owner, without the words of a person who was erased. */
export function keptBody<T>(batch: Batch, given: T): T {
  const person = personIn(given);
  if (person === undefined || !isErasedIn(batch, person)) return given;
  return (withoutPerson(given as AnyDocument) ?? given) as T;
}
