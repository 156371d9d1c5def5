import { useFormats } from '#src/components/ui/formats.ts';
import { useNow } from '#src/data/hooks/index.ts';
import type { AuditLine } from '#src/data/server/audit.ts';
import { m } from '#src/words/compiled/messages.js';
import { fieldsWord } from '#src/words/field-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { flagsWord } from './flag-words.ts';

interface HistoryLineProps {
  readonly line: AuditLine;
  readonly type: string;
  readonly personName: (id: string) => string;
}

/** One arrival: what it did, who sent it and when the server had it. */
export function HistoryLine({ line, type, personName }: HistoryLineProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { who, device, at, flags = [], offeredBy } = line;
  const fromWord = (person: AuditLine['who'], phone: AuditLine['device']): string =>
    [personName(person.id) || person.name || m.history_server(), phone?.code, phone?.label]
      .filter(Boolean)
      .join(' · ');
  return (
    <li className="flex flex-col gap-0.5 border-b border-rule bg-surface px-gutter py-3">
      <span className="text-strong">{whatWord(line, type)}</span>
      {flags.length > 0 && <span className="text-waiting">{flagsWord(flags)}</span>}
      {offeredBy !== undefined && (
        <span>{m.history_offered_by({ from: fromWord(offeredBy.who, offeredBy.device) })}</span>
      )}
      <span className="flex flex-wrap justify-between gap-x-4 text-meta text-ink-2">
        <span className="min-w-0">{fromWord(who, device)}</span>
        <time dateTime={at}>{m.history_arrived({ time: momentWord(at, now, formats) })}</time>
      </span>
    </li>
  );
}

function whatWord({ created, changed = [], flags = [] }: AuditLine, type: string): string {
  // No arrival: something of it had been refused, and stays out.
  if (flags.includes('dismissed')) return m.history_dismissed();
  if (created === true) return type === 'payment' ? m.history_payment_written() : m.history_written();
  return changed.length === 0 ? m.history_sent_again() : m.history_changed({ fields: fieldsWord(changed) });
}
