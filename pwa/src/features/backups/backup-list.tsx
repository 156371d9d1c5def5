import type { BackupList as List } from '@revops/domain';
import { Banner } from '#src/components/ui/banner.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { m } from '#src/words/compiled/messages.js';
import { sizeInWords } from './size-in-words.ts';

/** First what is wrong, then how old the last good one is, then each one. */
export function BackupList({ list }: { readonly list: List }) {
  const formats = useFormats();
  const time = (at: string): string => formatTime(at, formats);
  const { configured, failing, lastGood, schedule, items } = list;
  if (!configured && items.length === 0) {
    return (
      <div className="py-6">
        <EmptyState>{m.backups_not_configured()}</EmptyState>
      </div>
    );
  }
  return (
    <>
      {failing !== undefined && (
        <Banner tone="refused">{m.backups_failing({ time: time(failing.since), why: failing.words })}</Banner>
      )}
      <p className="px-gutter pt-4 text-strong">
        {lastGood === undefined ? m.backups_none_yet() : m.backups_last_good({ time: time(lastGood) })}
      </p>
      <p className="px-gutter pt-1 pb-4 text-ink-2">
        {m.backups_text()} {schedule !== undefined && m.backups_next({ time: time(schedule.next) })}
      </p>
      {items.length > 0 && <SectionHeading>{m.backups_list()}</SectionHeading>}
      <ul className="border-t border-rule">
        {items.map((item) => (
          <li key={item.at} className="flex flex-wrap gap-x-4 border-b border-rule bg-surface px-gutter py-3">
            <span className="min-w-0 flex-1 font-semibold">{time(item.at)}</span>
            <span className="text-ink-2">{sizeInWords(item.bytes, formats)}</span>
            <span className={item.verified ? 'text-received' : 'text-refused'}>
              {item.verified ? m.backups_verified() : m.backups_not_verified()}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
