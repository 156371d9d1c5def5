import type { DeviceItem } from '@revops/domain';
import { useState, type ReactNode } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useDeviceBook, useSession } from '#src/data/hooks/index.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { RevokeDevice } from './revoke-device.tsx';

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
      {item === undefined && <p className="p-4 text-ink-2">{m.devices_counts_unknown()}</p>}
      {missing > 0 && <p className="px-4 pt-4 text-ink-2">{m.devices_missing_text()}</p>}
      {device.closed && <p className="px-4 pt-4">{closedWords(item, formats)}</p>}
      {failure !== undefined && list?.asOf !== undefined && (
        <p className="px-4 pt-4 text-meta text-ink-2">
          {m.devices_counts_as_of({ time: formatTime(list.asOf, formats) })}
        </p>
      )}
      {!device.closed && device.id !== deviceId && (
        <div className="p-4">
          <Button variant="danger" onClick={() => setIsRevoking(true)}>
            {m.devices_revoke()}
          </Button>
        </div>
      )}
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
  const numbers = gaps.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return (
    <>
      <Fact name={m.devices_issued()}>{item.issued}</Fact>
      <Fact name={m.devices_held()}>{item.held}</Fact>
      {item.notAccepted > 0 && (
        <Fact name={m.devices_not_accepted_line()}>
          <span className="font-semibold text-refused">{item.notAccepted}</span>
        </Fact>
      )}
      {item.erased !== undefined && <Fact name={m.devices_erased_line()}>{item.erased}</Fact>}
      <Fact name={m.devices_missing_line()}>
        <span className={missing > 0 ? 'font-semibold text-waiting' : ''}>{missing}</span>
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

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-4 py-2">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-end tabular-nums">{children}</dd>
    </div>
  );
}
