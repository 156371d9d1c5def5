import { err, ok, type Result } from '@revops/domain';
import { z } from 'zod';
import { deviceCopySchema, unsentCopySchema, type DeviceCopy } from './copy-format.ts';

/** Some 250 photos with all that was ever written beside them; more than that no phone's memory takes at once. */
export const MAX_COPY_BYTES = 100 * 1024 * 1024;

export type CopyProblem = 'too_large' | 'unreadable' | 'no_copy' | 'newer' | 'other_workshop';

const anyFormat = z.object({ format: z.string(), version: z.number() });

function fromUnsent(given: unknown): DeviceCopy | undefined {
  const parsed = unsentCopySchema.safeParse(given);
  if (!parsed.success) return undefined;
  const { entries, refused, ...head } = parsed.data;
  return {
    ...head,
    format: 'revops-device-export',
    journal: entries.map(({ body, rev, revisions }) => ({ ...body, _rev: rev, _revisions: revisions })),
    tray: refused.map(({ body, rev, code, reason }) => ({
      body: { ...body, _rev: rev },
      reason: { code, words: reason },
    })),
  };
}

/** What a file says, in today's form; nothing of it has been checked but its form and its workshop. */
export function readCopy(text: string, workshopId: string): Result<DeviceCopy, CopyProblem> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return err('unreadable');
  }
  const format = anyFormat.safeParse(given);
  if (!format.success || !format.data.format.startsWith('revops-')) return err('no_copy');
  if (format.data.version > 1) return err('newer');
  const parsed = deviceCopySchema.safeParse(given);
  const copy = parsed.success ? parsed.data : fromUnsent(given);
  if (copy === undefined) return err('no_copy');
  return copy.workshop.id === workshopId ? ok(copy) : err('other_workshop');
}

/** Reads a chosen file; one that is too large is not even opened. */
export async function openCopy(
  file: Pick<File, 'size' | 'text'>,
  workshopId: string,
): Promise<Result<DeviceCopy, CopyProblem>> {
  if (file.size > MAX_COPY_BYTES) return err('too_large');
  try {
    return readCopy(await file.text(), workshopId);
  } catch {
    // It was moved or taken away meanwhile, or memory is short.
    return err('unreadable');
  }
}
