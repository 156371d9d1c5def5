import { CircleCheck, Clock3 } from 'lucide-react';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useQuarantine } from '#src/data/hooks/index.ts';
import { stillToCome } from '#src/data/server/still-to-come.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** After this long without a word a device is named as silent. */
const silentAfterMs = 60 * 60_000;

const isSilent = (device: DeviceView, now: string): boolean =>
  device.lastHeard === undefined || Date.parse(now) - Date.parse(device.lastHeard) > silentAfterMs;

function lineOf(device: DeviceView, time: string): string {
  const { code, personName: person, missing } = device;
  return missing !== undefined && missing > 0
    ? m.daybook_not_here_line({ code, person, count: missing })
    : m.daybook_silent({ code, person, time });
}

/** How complete the sums are, beside them: the devices that issued entries which are not here, and those not heard lately. */
export function AsOfLine({
  devices: known,
  now,
}: {
  readonly devices: readonly DeviceView[];
  readonly now: string;
}) {
  const formats = useFormats();
  const { items } = useQuarantine();
  const devices = stillToCome(known, items);
  const open = devices.filter((device) => (device.missing ?? 0) > 0 || isSilent(device, now));
  const time = (device: DeviceView): string =>
    device.lastHeard === undefined ? m.daybook_never_heard() : formatTime(device.lastHeard, formats);
  if (devices.length === 0) return null;
  if (open.length === 0) {
    return (
      <p className="flex items-center gap-2 py-1 text-meta font-semibold text-ink-2">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
        {m.daybook_heard_all({ count: devices.length })}
      </p>
    );
  }
  return (
    <ul
      aria-label={m.daybook_not_here()}
      className="flex flex-col gap-1 py-1 text-meta font-semibold text-waiting"
    >
      {open.map((device) => (
        <li key={device.id} className="flex items-center gap-2">
          <Clock3 aria-hidden="true" className="size-4 shrink-0" />
          {lineOf(device, time(device))}
        </li>
      ))}
    </ul>
  );
}
