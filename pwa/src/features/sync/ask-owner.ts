import type { Formats } from '#src/components/ui/formats.ts';
import type { TrayItem } from '#src/data/views.ts';
import { share, type ShareOutcome } from '#src/platform/share.ts';
import { m } from '#src/words/compiled/messages.js';
import { titleOf } from '#src/words/document-title.ts';
import { errorWords } from '#src/words/error-words.ts';

/** A message to the owner about one refused entry: what it was, its number on this phone if it has one, and why. */
export function askOwner(
  { document, code }: TrayItem,
  deviceCode: string,
  formats: Formats,
): Promise<ShareOutcome> {
  const said = { what: titleOf(document, formats), reason: errorWords(code) };
  const text =
    document.n === undefined
      ? m.sync_ask_owner_plain(said)
      : m.sync_ask_owner({ ...said, number: `${deviceCode} · ${document.n}` });
  return share({ text });
}
