import { z } from 'zod';

/** Accepts any document's id: its type, a colon and what makes it unique, as in `job:<uuid>` or `invoice:A1/2627/000001`. */
export const idSchema = z
  .string()
  .max(200)
  .regex(/^[a-z][A-Za-z]*:[A-Za-z0-9][A-Za-z0-9:/_.-]*$/);

/** The id of a document from its type and what makes it unique within the type. */
export function documentId<T extends string>(type: T, unique: string): `${T}:${string}` {
  return `${type}:${unique}`;
}

/** The type that an id begins with; empty for a bare id. */
export function typeOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(':')));
}

/** An id without its type; a bare id is returned as it is. */
export function bareId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
