import { Banner } from '#src/components/ui/banner.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useSync } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** While the first sync runs: how far it is, so that nobody takes a short list for the whole. */
export function FirstSyncBanner() {
  const { fetching } = useSync();
  const { locale } = useFormats();
  if (fetching === undefined) return null;
  const numbers = new Intl.NumberFormat(locale);
  return (
    <Banner tone="waiting">
      {fetching.total === 0
        ? m.sync_fetching_start()
        : m.sync_fetching({ done: numbers.format(fetching.done), total: numbers.format(fetching.total) })}
    </Banner>
  );
}
