import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useNow, useSync } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { m } from '#src/words/compiled/messages.js';

const dayMs = 24 * 3_600_000;

/** Work that has not left for a day: the longer it waits, the more is lost with the phone. */
export function StaleWork() {
  const { waitingActs: count, oldestWaitingAt: since, phase } = useSync();
  const now = useNow(60_000);
  const formats = useFormats();
  if (phase === 'demo' || since === undefined || Date.parse(now) - Date.parse(since) <= dayMs) return null;
  return (
    <Banner
      tone="refused"
      action={<Button onClick={() => void shareUnsent(m.sync_export_title())}>{m.ui_export_copy()}</Button>}
    >
      {m.sync_stale({ count, time: formatTime(since, formats) })}
    </Banner>
  );
}
