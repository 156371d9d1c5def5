import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ShortcutHelp, type ShortcutLine } from '#src/components/ui/shortcut-help.tsx';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';
import { m } from '#src/words/compiled/messages.js';
import { FindAnything } from './find-anything.tsx';
import { paths } from './paths.ts';

/** Keys that belong to one screen, for the help. */
function screenKeys(pathname: string): ShortcutLine[] {
  if (pathname === paths.payments)
    return [
      { key: 'C', does: m.app_key_confirm() },
      { key: 'R', does: m.app_key_reject() },
    ];
  if (!pathname.startsWith(paths.jobs)) return [];
  return [
    { key: 'Esc', does: m.app_key_close_job() },
    { key: 'Space', does: m.app_key_pick_up() },
    { key: '← →', does: m.app_key_column() },
  ];
}

/** `/` finds, N opens a job, `?` shows the keys. */
export function DeskKeys() {
  const [open, setOpen] = useState<'find' | 'help' | undefined>();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const close = (): void => setOpen(undefined);
  useShortcuts({
    '/': () => setOpen('find'),
    '?': () => setOpen('help'),
    n: () => void navigate(paths.newJob),
  });
  return (
    <>
      <FindAnything open={open === 'find'} onClose={close} />
      <ShortcutHelp open={open === 'help'} onClose={close} more={screenKeys(pathname)} />
    </>
  );
}
