import { Bell, BellOff } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { allowNotifications, stopNotifications, useNotifyState } from '#src/platform/notifications.ts';
import { m } from '#src/words/compiled/messages.js';

/** Asks for notifications, and only when pressed; owners alone have what they tell of. */
export function NotifySwitch() {
  const { role, userId, demo } = useSession();
  const state = useNotifyState(userId);
  if (role !== 'owner' || demo) return null;
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule bg-surface px-gutter py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-strong">{m.live_title()}</p>
        <p className="text-ink-2">{texts[state]()}</p>
      </div>
      {state === 'off' && (
        <Button icon={Bell} onClick={() => void allowNotifications(userId)}>
          {m.live_allow()}
        </Button>
      )}
      {state === 'on' && (
        <Button icon={BellOff} onClick={() => stopNotifications(userId)}>
          {m.live_stop()}
        </Button>
      )}
    </div>
  );
}

const texts = {
  unsupported: () => m.live_unsupported(),
  off: () => m.live_off(),
  on: () => m.live_on(),
  blocked: () => m.live_blocked(),
} as const;
