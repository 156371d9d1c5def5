import { Share } from 'lucide-react';
import { isInstalled, isIos } from '#src/platform/install.ts';
import { m } from '#src/words/compiled/messages.js';

/**
 * On iOS the installed app may have storage of its own, and a tab's is deleted after seven days without a visit: so it
 * is installed before anybody joins.
 */
export function InstallFirst() {
  if (!isIos() || isInstalled()) return null;
  return (
    <div
      role="note"
      className="mx-4 mt-4 flex gap-3 border border-carbon bg-carbon-soft p-4 text-carbon rail:mx-6"
    >
      <Share aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div>
        <p className="font-semibold">{m.firstrun_ios_title()}</p>
        <p className="pt-1">{m.firstrun_ios_text()}</p>
      </div>
    </div>
  );
}
