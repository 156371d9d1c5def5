import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { applyUpdate, useUpdateReady } from '#src/platform/update.ts';
import { m } from '#src/words/compiled/messages.js';

/** Offers the new version; nothing is ever reloaded without a tap. */
export function UpdateBanner() {
  if (!useUpdateReady()) return null;
  return (
    <Banner action={<Button onClick={() => void applyUpdate()}>{m.ui_update_now()}</Button>}>
      {m.ui_sync_sheet_update()}
    </Banner>
  );
}
