import type { DeviceItem } from '@revops/domain';
import { useState } from 'react';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useDeviceBook, useSession } from '#src/data/hooks/index.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { Fact } from './fact.tsx';
import { RevokeDevice } from './revoke-device.tsx';
import { WaysOn } from './ways-on.tsx';

interface DeviceSheetProps {
  readonly device: DeviceView | undefined;
  readonly onClose: () => void;
}

/** One phone: how far it counted, what became of its numbers, and ending it when it was lost. */
export function DeviceSheet({ device, onClose }: DeviceSheetProps) {
  return (
    <Sheet
      open={device !== undefined}
      onClose={onClose}
      title={device === undefined ? '' : `${device.code} · ${device.personName}`}
    >
      {device !== undefined && <Facts key={device.id} device={device} />}
    </Sheet>
  );
}

function Facts({ device }: { readonly device: DeviceView }) {
  const formats = useFormats();
  const { deviceId } = useSession();
  const { list, failure } = useDeviceBook();
  const [isRevoking, setIsRevoking] = useState(false);
  const item = list?.items.find(({ id }) => id === device.id);
  const missing = item?.missing ?? device.missing ?? 0;
  return (
    <div className="flex flex-col">
      <dl className="divide-y divide-rule border-b border-rule">
        <Fact name={m.devices_bring_phone()}>{device.label}</Fact>
        <Fact name={m.devices_last_heard_line()}>
          {device.lastHeard === undefined ? m.devices_never_heard() : formatTime(device.lastHeard, formats)}
        </Fact>
        {item && <Numbers item={item} />}
      </dl>
      <div className="flex flex-col gap-3 p-4">
        {item === undefined && <p className="text-ink-2">{m.devices_counts_unknown()}</p>}
        {device.closed && <p>{closedWords(item, formats)}</p>}
        {missing > 0 && <p className="text-ink-2">{m.devices_missing_text()}</p>}
        {failure !== undefined && list?.asOf !== undefined && (
          <p className="text-meta text-ink-2">
            {m.devices_counts_as_of({ time: formatTime(list.asOf, formats) })}
          </p>
        )}
        <WaysOn
          device={device}
          missing={missing}
          notAccepted={item?.notAccepted ?? 0}
          {...(!device.closed && device.id !== deviceId && { onRevoke: () => setIsRevoking(true) })}
        />
      </div>
      <RevokeDevice
        device={device}
        missing={missing}
        open={isRevoking}
        onClose={() => setIsRevoking(false)}
      />
    </div>
  );
}

function closedWords(item: DeviceItem | undefined, formats: Parameters<typeof formatTime>[1]): string {
  if (item?.revokedAt === undefined) return m.devices_storage_cleared();
  return m.devices_revoked_at({ time: formatTime(item.revokedAt, formats) });
}

function Numbers({ item }: { readonly item: DeviceItem }) {
  const { gaps = [], missing } = item;
  const { locale } = useFormats();
  const counted = (count: number): string => new Intl.NumberFormat(locale).format(count);
  const numbers = gaps.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return (
    <>
      <Fact name={m.devices_issued()}>{counted(item.issued)}</Fact>
      <Fact name={m.devices_held()}>{counted(item.held)}</Fact>
      {item.notAccepted > 0 && (
        <Fact name={m.devices_not_accepted_line()}>
          <span className="font-semibold text-refused">{counted(item.notAccepted)}</span>
        </Fact>
      )}
      {item.erased !== undefined && <Fact name={m.devices_erased_line()}>{item.erased}</Fact>}
      <Fact name={m.devices_missing_line()}>
        <span className={missing > 0 ? 'font-semibold text-waiting' : ''}>{counted(missing)}</span>
        {numbers.length > 0 && (
          <span className="block text-meta text-ink-2">
            {m.devices_which({ numbers: numbers.slice(0, maxTold).join(', ') })}
            {numbers.length > maxTold && ' …'}
          </span>
        )}
      </Fact>
    </>
  );
}

/** A person looks for a few; many missing are told by their count. */
const maxTold = 12;
