import { AlarmsPart } from '#src/components/alarms/alarms-part.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { m } from '#src/words/compiled/messages.js';

/** Everything an owner should look into, with who did it, when and on which phone. */
export function AlarmsScreen() {
  return (
    <>
      <TopBar title={m.alarms_title()} />
      <div className="on-desk pb-8">
        <AlarmsPart all />
      </div>
    </>
  );
}
