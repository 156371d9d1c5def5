import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Alarm } from './alarm.ts';

/** Who wrote an entry, when and with what: the history behind an alarm. */
export const writtenBy = (
  entry: Pick<AnyDocument, 'at' | 'createdAt' | 'createdBy' | 'device'>,
): Pick<Alarm, 'at' | 'by' | 'device'> => ({
  at: entry.at ?? entry.createdAt,
  by: entry.createdBy,
  device: entry.device,
});
