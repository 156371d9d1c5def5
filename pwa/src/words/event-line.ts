import { jobEventSchema, type AnyDocument } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { eventWord } from './event-words.ts';

/** What a line says; whatever else a broken phone put beside it does not make it unreadable. */
const lineSchema = jobEventSchema
  .pick({ kind: true, from: true, to: true, note: true, fields: true })
  .strip();

/** A line of a timeline in words, also one that was not accepted; undefined for what cannot be read. */
export function eventLine(
  document: AnyDocument,
  formats: Formats,
  personName: (id: string) => string = () => '',
): string | undefined {
  const event = lineSchema.safeParse(document);
  if (!event.success) return undefined;
  const { from = '', to = '' } = event.data;
  return eventWord(event.data, formats, { fromName: personName(from), toName: personName(to) });
}
