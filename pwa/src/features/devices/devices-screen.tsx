import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useDeviceBook, useDevices } from '#src/data/hooks/index.ts';
import { stillToCome } from '#src/data/server/still-to-come.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { DeviceRow } from './device-row.tsx';
import { DeviceSheet } from './device-sheet.tsx';
import { GivenTwice } from './given-twice.tsx';

/** Every phone of the workshop, when it was last heard and what of it has not arrived. */
export function DevicesScreen() {
  const navigate = useNavigate();
  const known = useDevices();
  const { list, book } = useDeviceBook();
  const [shown, setShown] = useState<string>();
  const devices = known.status === 'ready' ? stillToCome(known.value, list?.items) : [];
  const closed = devices.filter((device) => device.closed);
  const rows = { items: list?.items ?? [], ...(book && { onOpen: setShown }) };
  return (
    <>
      <TopBar title={m.devices_title()} onBack={() => void navigate('/more')} />
      <div className="narrow max-w-3xl pb-8 rail:px-2 desk:px-4">
        <p className="px-gutter py-4 text-ink-2">{m.devices_text()}</p>
        {book && <GivenTwice flags={list?.flags ?? []} book={book} />}
        {known.status === 'ready' && devices.length === 0 && <EmptyState>{m.devices_none()}</EmptyState>}
        <Rows devices={devices.filter((device) => !device.closed)} {...rows} />
        {closed.length > 0 && (
          <>
            <SectionHeading>{m.devices_closed_heading()}</SectionHeading>
            <p className="px-gutter pb-3 text-ink-2">{m.devices_closed_text()}</p>
            <Rows devices={closed} {...rows} />
          </>
        )}
        {book && (
          <div className="px-gutter pt-6">
            <ButtonLink to="/more/devices/bring-in" icon={FileInput}>
              {m.devices_bring_in()}
            </ButtonLink>
          </div>
        )}
      </div>
      <DeviceSheet device={devices.find(({ id }) => id === shown)} onClose={() => setShown(undefined)} />
    </>
  );
}

interface RowsProps {
  readonly devices: readonly DeviceView[];
  readonly items: readonly { readonly id: string; readonly notAccepted: number }[];
  readonly onOpen?: (id: string) => void;
}

function Rows({ devices, items, onOpen }: RowsProps) {
  if (devices.length === 0) return null;
  return (
    <ul className="border-t border-rule">
      {devices.map((device) => (
        <DeviceRow
          key={device.id}
          device={device}
          notAccepted={items.find(({ id }) => id === device.id)?.notAccepted ?? 0}
          {...(onOpen && { onOpen: () => onOpen(device.id) })}
        />
      ))}
    </ul>
  );
}
