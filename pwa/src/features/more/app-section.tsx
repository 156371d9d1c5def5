import { NotifySwitch } from '#src/components/notify/notify-switch.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { isInstalled, isIos, useInstall } from '#src/platform/install.ts';
import { applyUpdate, useUpdateReady } from '#src/platform/update.ts';
import { m } from '#src/words/compiled/messages.js';
import { MoreItem } from './more-row.tsx';

/** The app on this phone: installed or not, and a new version when one waits. */
export function AppSection() {
  const install = useInstall();
  const isUpdateReady = useUpdateReady();
  const text = isInstalled()
    ? m.more_installed()
    : isIos()
      ? m.more_install_ios()
      : install === undefined
        ? m.more_install_menu()
        : m.more_install_text();
  return (
    <>
      <SectionHeading>{m.more_app()}</SectionHeading>
      <div className="border-t border-rule">
        {isUpdateReady && (
          <MoreItem
            title={m.ui_sync_pill_update()}
            text={m.ui_sync_sheet_update()}
            action={<Button onClick={() => void applyUpdate()}>{m.ui_update_now()}</Button>}
          />
        )}
        <MoreItem
          title={m.more_install()}
          text={text}
          action={
            install !== undefined && <Button onClick={() => void install()}>{m.more_install_button()}</Button>
          }
        />
        <NotifySwitch />
      </div>
    </>
  );
}
