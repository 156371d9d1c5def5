import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useSync } from '#src/data/hooks/index.ts';
import { updateNow } from '#src/platform/update.ts';
import { m } from '#src/words/compiled/messages.js';

/** App and server that are too far apart to understand each other; nothing is lost, and somebody has to do something. */
export function OutdatedBanner() {
  const { outdated, newer = 0 } = useSync();
  const update = <Button onClick={() => void updateNow()}>{m.ui_update_now()}</Button>;
  if (outdated === 'app')
    return (
      <Banner tone="refused" action={update}>
        {m.ui_outdated_app()}
      </Banner>
    );
  if (newer > 0)
    return (
      <Banner tone="waiting" action={update}>
        {m.ui_outdated_newer({ count: newer })}
      </Banner>
    );
  return outdated === 'server' ? <Banner tone="waiting">{m.ui_outdated_server()}</Banner> : null;
}
