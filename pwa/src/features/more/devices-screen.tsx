import { useNavigate } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useDevices, useSession } from '#src/data/hooks/index.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** Every phone of the workshop, when it was last heard and what of it has not arrived. */
export function DevicesScreen() {
  const navigate = useNavigate();
  const devices = useDevices();
  return (
    <>
      <TopBar title={m.more_devices()} onBack={() => void navigate('/more')} />
      <div className="narrow max-w-3xl pb-8 rail:px-2 desk:px-4">
        <p className="px-gutter py-4 text-ink-2">{m.more_devices_text()}</p>
        {devices.status === 'ready' && devices.value.length === 0 && (
          <EmptyState>{m.more_devices_none()}</EmptyState>
        )}
        {devices.status === 'ready' && devices.value.length > 0 && (
          <ul className="border-t border-rule">
            {devices.value.map((device) => (
              <Device key={device.id} device={device} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function Device({ device }: { readonly device: DeviceView }) {
  const formats = useFormats();
  const { deviceId } = useSession();
  const { missing } = device;
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule bg-surface px-gutter py-3">
      <span className="min-w-12 text-title" translate="no">
        {device.code}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block text-strong">
          {device.personName}
          {device.id === deviceId && <span className="font-normal text-ink-2"> · {m.more_this_one()}</span>}
        </span>
        <span className="block text-meta text-ink-2">{device.label}</span>
      </span>
      <span className="text-end text-meta">
        <span className="block text-ink-2">
          {device.lastHeard === undefined
            ? m.more_never_heard()
            : m.more_heard({ time: formatTime(device.lastHeard, formats) })}
        </span>
        {missing !== undefined && missing > 0 && (
          <span className="block font-semibold text-waiting">{m.more_missing({ count: missing })}</span>
        )}
      </span>
    </li>
  );
}
