import { ChevronRight } from 'lucide-react';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { DeviceMarks } from './device-marks.tsx';

interface DeviceRowProps {
  readonly device: DeviceView;
  readonly notAccepted: number;
  /** For owners: all that is known of it. */
  readonly onOpen?: () => void;
}

const look = 'flex min-h-16 w-full items-center gap-2 px-gutter py-3 text-start';

/** One phone: its code, whose it is, when it was heard and how many of its entries are not here. */
export function DeviceRow({ device, notAccepted, onOpen }: DeviceRowProps) {
  const inside = <Inside device={device} notAccepted={notAccepted} />;
  return (
    <li className="border-b border-rule bg-surface">
      {onOpen === undefined ? (
        <div className={look}>{inside}</div>
      ) : (
        <button
          type="button"
          className={`fade ${look} -outline-offset-3 active:bg-sunken desk:hover:bg-sunken`}
          onClick={onOpen}
        >
          {inside}
          <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
        </button>
      )}
    </li>
  );
}

function Inside({ device, notAccepted }: Pick<DeviceRowProps, 'device' | 'notAccepted'>) {
  const formats = useFormats();
  const { deviceId } = useSession();
  const { missing = 0, lastHeard } = device;
  return (
    <>
      <span className="w-14 shrink-0 self-start text-title" translate="no">
        {device.code}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block text-strong">
          {device.personName === '' ? m.work_somebody() : device.personName}
          {device.id === deviceId && (
            <span className="font-normal text-ink-2"> · {m.devices_this_one()}</span>
          )}
        </span>
        <span className="flex flex-col text-meta text-ink-2 rail:flex-row rail:gap-4">
          <span>{device.label}</span>
          <span>
            {lastHeard === undefined
              ? m.devices_never_heard()
              : m.devices_heard({ time: formatTime(lastHeard, formats) })}
          </span>
        </span>
        <DeviceMarks missing={missing} notAccepted={notAccepted} />
      </span>
    </>
  );
}
