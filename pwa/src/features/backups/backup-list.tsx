import type { BackupList as List } from '@revops/domain';
import { Banner } from '#src/components/ui/banner.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useNow } from '#src/data/hooks/use-time.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';
import { BackupRow } from './backup-row.tsx';

/** First how it stands, in one sentence; then what a backup is worth, and each one. */
export function BackupList({ list }: { readonly list: List }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const time = (at: string): string => momentWord(at, now, formats);
  const { configured, failing, lastGood, schedule, items } = list;
  const good = lastGood === undefined ? m.backups_none_yet() : m.backups_last_good({ time: time(lastGood) });
  if (!configured && items.length === 0) return <NoBackups />;
  return (
    <>
      {failing === undefined ? (
        <Banner tone={lastGood === undefined ? 'waiting' : 'received'}>{good}</Banner>
      ) : (
        <Banner tone="refused">{m.backups_failing({ time: time(failing.since), why: failing.words })}</Banner>
      )}
      <div className="flex flex-col gap-1 px-gutter py-4">
        {failing !== undefined && (
          <>
            <p className="font-semibold">{good}</p>
            <p>{m.backups_failing_do()}</p>
          </>
        )}
        <p className="text-ink-2">{m.backups_text()}</p>
        {schedule !== undefined && (
          <p className="text-ink-2">{m.backups_next({ time: time(schedule.next) })}</p>
        )}
      </div>
      {items.length > 0 && (
        <>
          <SectionHeading>{m.backups_list()}</SectionHeading>
          <ul className="border-t border-rule">
            {items.map((item) => (
              <BackupRow key={item.at} item={item} time={time(item.at)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Nobody but whoever runs the server can change it; an owner has to know that it is so. */
function NoBackups() {
  return (
    <>
      <Banner tone="refused">{m.backups_not_configured()}</Banner>
      <div className="flex flex-col gap-2 px-gutter py-4">
        <p>{m.backups_not_configured_do()}</p>
        <p className="text-ink-2">{m.backups_not_configured_how()}</p>
      </div>
    </>
  );
}
