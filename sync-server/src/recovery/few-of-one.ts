import { AppError } from '#src/errors/app-error.ts';

/** As on `/sync`: each revision is joined over the one before, and everybody else who writes waits for it. */
const maxRevisionsOfOne = 50;

export function assertFewOfOne(documents: readonly Readonly<Record<string, unknown>>[]): void {
  const counts = new Map<unknown, number>();
  for (const { _id } of documents) counts.set(_id, (counts.get(_id) ?? 0) + 1);
  if (Math.max(0, ...counts.values()) > maxRevisionsOfOne)
    throw new AppError('too_many_documents', `At most ${maxRevisionsOfOne} revisions of one document.`);
}
