import { Share, SquarePlus } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';

/** How an iPhone puts the app on its home screen; no button of ours can do it. */
export function IosSteps() {
  return (
    <ol className="flex list-decimal flex-col gap-1 ps-5">
      <li>
        <Share aria-hidden="true" className="inline size-5 align-text-bottom" /> {m.app_install_ios_share()}
      </li>
      <li>
        <SquarePlus aria-hidden="true" className="inline size-5 align-text-bottom" />{' '}
        {m.app_install_ios_add()}
      </li>
      <li>{m.app_install_ios_open()}</li>
    </ol>
  );
}
