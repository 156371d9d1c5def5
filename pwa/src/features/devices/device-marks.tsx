import { CircleAlert, Clock3 } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';

interface DeviceMarksProps {
  readonly missing: number;
  readonly notAccepted: number;
}

const look = 'flex items-center gap-1.5 text-meta font-semibold';

/** What of a phone is not in the books: still to come, or kept out. Nothing while everything is. */
export function DeviceMarks({ missing, notAccepted }: DeviceMarksProps) {
  if (missing + notAccepted === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-4 pt-1">
      {missing > 0 && (
        <span className={`${look} text-waiting`}>
          <Clock3 aria-hidden="true" className="size-4 shrink-0" />
          {m.devices_missing({ count: missing })}
        </span>
      )}
      {notAccepted > 0 && (
        <span className={`${look} text-refused`}>
          <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
          {m.devices_not_accepted({ count: notAccepted })}
        </span>
      )}
    </span>
  );
}
