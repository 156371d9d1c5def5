import { Trash2 } from 'lucide-react';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { forgetEvicted, useEvicted } from '#src/data/account/evicted.ts';
import { forgetMarker, type UsedMark } from '#src/data/account/marker.ts';
import { useDeviceState } from '#src/data/hooks/use-session.ts';
import { isInstalled } from '#src/platform/install.ts';
import { m } from '#src/words/compiled/messages.js';

/** Says honestly that the browser deleted what was here, what of it cannot come back, and what to do now. */
export function EvictedNotice() {
  const evicted = useEvicted();
  return evicted.map((mark) => <Evicted key={mark.key} mark={mark} />);
}

function Evicted({ mark }: { readonly mark: UsedMark }) {
  const formats = useFormats();
  const state = useDeviceState();
  const { key, name, workshopName: workshop, deviceCode: code, unsent: count, at } = mark;
  const time = formatTime(at, formats);
  return (
    <div role="alert" className="m-4 flex gap-3 border border-refused bg-refused-soft p-4 rail:mx-6">
      <Trash2 aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-refused" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p className="text-strong text-refused">{m.app_evicted_title()}</p>
        <p>{m.app_evicted_whose({ name, workshop })}</p>
        <p className={count === 0 ? '' : 'font-semibold'}>
          {count === 0 ? m.app_evicted_all_sent({ time }) : m.app_evicted_unsent({ count, time })}
        </p>
        <p>{count === 0 ? m.app_evicted_do() : m.app_evicted_do_unsent({ code })}</p>
        {!isInstalled() && <p>{m.app_evicted_again()}</p>}
        <div className="flex flex-wrap gap-2 pt-1">
          {state === 'nobody' && (
            <ButtonLink to="/sign-in" variant="fill">
              {m.ui_sign_in()}
            </ButtonLink>
          )}
          <Button
            onClick={() => {
              forgetMarker(key);
              forgetEvicted(key);
            }}
          >
            {m.app_evicted_read()}
          </Button>
        </div>
      </div>
    </div>
  );
}
