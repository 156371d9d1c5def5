import { idSchema } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';

/** The id of a document as it stands in an address or a body: with or without its type. */
export function documentIdOf(type: string, text: string): string {
  const id = text.startsWith(`${type}:`) ? text : `${type}:${text}`;
  if (!idSchema.safeParse(id).success) throw new AppError('not_found');
  return id;
}
