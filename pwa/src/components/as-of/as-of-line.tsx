import { CircleCheck, Clock3 } from 'lucide-react';
import { Link } from 'react-router';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { useDeviceBook, useDevices, useNow, useSync } from '#src/data/hooks/index.ts';
import { stillToCome } from '#src/data/server/still-to-come.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { openDevices } from './open-devices.ts';

/** More than these belong on the screen of the phones. */
const maxLines = 4;

function lineOf(device: DeviceView, formats: Formats): string {
  const { code, personName: person, missing = 0, lastHeard } = device;
  const time = lastHeard === undefined ? undefined : formatTime(lastHeard, formats);
  if (missing > 0)
    return time === undefined
      ? m.devices_open_never({ code, person, count: missing })
      : m.devices_open({ code, person, time, count: missing });
  return time === undefined ? m.devices_never({ code, person }) : m.devices_silent({ code, person, time });
}

/**
 * How complete the sums beside it are: as of when, which phones issued entries that are not here, and which were not
 * heard lately, because what those still hold cannot be counted.
 */
export function AsOfLine() {
  const known = useDevices();
  const { list } = useDeviceBook();
  const now = useNow(60_000);
  const formats = useFormats();
  const { lastHeard, fetching } = useSync();
  if (known.status !== 'ready' || known.value.length === 0) return null;
  const devices = stillToCome(known.value, list?.items);
  const open = openDevices(devices, now);
  const asOf = lastHeard === undefined ? undefined : formatTime(lastHeard, formats);
  if (fetching !== undefined) return <Line waits>{m.devices_fetching()}</Line>;
  if (open.length === 0) {
    const count = devices.filter(({ closed }) => !closed).length;
    return (
      <Line>
        {asOf === undefined ? m.devices_all_here({ count }) : m.devices_all_here_as_of({ count, time: asOf })}
      </Line>
    );
  }
  return (
    <div className="py-1">
      {asOf !== undefined && <p className="text-meta text-ink-2">{m.devices_as_of({ time: asOf })}</p>}
      <ul aria-label={m.devices_not_here()} className="flex flex-col gap-1">
        {open.slice(0, maxLines).map((device) => (
          <li key={device.id}>
            <Line waits>{lineOf(device, formats)}</Line>
          </li>
        ))}
      </ul>
      {open.length > maxLines && (
        <Link to="/more/devices" className="inline-flex min-h-12 items-center text-meta underline">
          {m.devices_more_phones({ count: open.length - maxLines })}
        </Link>
      )}
    </div>
  );
}

function Line({ waits = false, children }: { readonly waits?: boolean; readonly children: string }) {
  const Icon = waits ? Clock3 : CircleCheck;
  return (
    <p
      className={`flex items-center gap-2 py-1 text-meta font-semibold ${waits ? 'text-waiting' : 'text-ink-2'}`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
