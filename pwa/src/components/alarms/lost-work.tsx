import { Banner } from '#src/components/ui/banner.tsx';
import { RefusedAlarm } from '#src/components/ui/refused-alarm.tsx';
import { useKeptForOthers, useRecoveryOffers, useSession } from '#src/data/hooks/index.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';

/** After the server was put back to an earlier day: what it lost and only phones still have; nothing in ordinary life. */
export function LostWork() {
  const { role, demo } = useSession();
  const kept = useKeptForOthers();
  const isOnline = useOnline();
  const isOwner = role === 'owner' && !demo;
  const { answer } = useRecoveryOffers(isOwner && isOnline);
  const offered = answer?.ok === true ? answer.value.reduce((sum, { documents }) => sum + documents, 0) : 0;
  if (!isOwner) return kept === 0 ? null : <Banner tone="waiting">{m.recovery_kept({ count: kept })}</Banner>;
  if (kept === 0 && offered === 0) return null;
  return (
    <ul className="border-t border-rule">
      <RefusedAlarm to="/more/lost-work">{m.recovery_alarm({ count: Math.max(kept, offered) })}</RefusedAlarm>
    </ul>
  );
}
