import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import type { AlarmView } from '#src/data/alarm-view.ts';
import { alarmWord } from '#src/words/alarm-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { AlarmRow } from './alarm-row.tsx';
import { ReviewSheet } from './review-sheet.tsx';

/** Alarms with what an owner can say of each. */
export function AlarmList({
  label,
  alarms,
}: {
  readonly label: string;
  readonly alarms: readonly AlarmView[];
}) {
  const formats = useFormats();
  const { reviewAlarm } = useActs();
  const [looking, setLooking] = useState<AlarmView>();
  const putBack = ({ subject, kind, cause }: AlarmView): void =>
    void reviewAlarm({ subject, kind, cause, verdict: 'again' });
  return (
    <>
      <ul aria-label={label} className="border-t border-rule">
        {alarms.map((alarm) => {
          const what = alarmWord(alarm, formats);
          return (
            <AlarmRow
              key={alarm.id}
              alarm={alarm}
              action={
                alarm.seen === undefined ? (
                  <Button
                    variant="text"
                    aria-label={m.alarms_mark_named({ what })}
                    onClick={() => setLooking(alarm)}
                  >
                    {m.alarms_looked()}
                  </Button>
                ) : (
                  <Button
                    variant="text"
                    aria-label={m.alarms_again_named({ what })}
                    onClick={() => putBack(alarm)}
                  >
                    {m.alarms_again()}
                  </Button>
                )
              }
            />
          );
        })}
      </ul>
      <ReviewSheet alarm={looking} onClose={() => setLooking(undefined)} />
    </>
  );
}
