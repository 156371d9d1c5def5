import { bareId, type NumberFlag } from '@revops/domain';
import { CircleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { DeviceBook } from '#src/data/server/device-book.ts';
import { flagsByDevice, numbersOf, type FlagsOfDevice } from '#src/data/server/flags-by-device.ts';
import { m } from '#src/words/compiled/messages.js';

interface GivenTwiceProps {
  readonly flags: readonly NumberFlag[];
  readonly book: DeviceBook;
}

/** What a copied phone did: numbers that stand on two entries, until the owner has looked. */
export function GivenTwice({ flags, book }: GivenTwiceProps) {
  const devices = flagsByDevice(flags);
  if (devices.length === 0) return null;
  return (
    <section className="pb-6">
      <SectionHeading tone="refused" count={devices.length}>
        {m.devices_twice_title()}
      </SectionHeading>
      <p className="px-gutter pb-3 text-ink-2">{m.devices_twice_text()}</p>
      <ul className="border-t border-rule">
        {devices.map((device) => (
          <OfDevice key={device.id} device={device} book={book} />
        ))}
      </ul>
    </section>
  );
}

const maxTold = 8;

function OfDevice({ device, book }: { readonly device: FlagsOfDevice; readonly book: DeviceBook }) {
  const { isSending, refusal, send } = useSending();
  const numbers = numbersOf(device);
  const name = device.name === '' ? m.work_somebody() : device.name;
  const seen = (): Promise<unknown> => send(() => book.seen(device.flags.map(({ id }) => id)));
  return (
    <li className="relative flex flex-col gap-2 border-b border-rule bg-surface px-gutter py-4">
      <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 bg-refused" />
      <p className="flex gap-3 font-semibold">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-refused" />
        <span className="min-w-0">
          {m.devices_twice_line({ code: device.code, name, count: numbers.length })}
        </span>
      </p>
      <ul aria-label={m.devices_twice_numbers()} className="flex flex-wrap gap-x-4">
        {numbers.slice(0, maxTold).map(({ label, documentId }) => (
          <li key={label}>
            <Link
              to={placeOf(documentId)}
              className="inline-flex min-h-12 min-w-12 items-center font-semibold text-carbon underline underline-offset-4"
              translate="no"
            >
              {label}
            </Link>
          </li>
        ))}
        {numbers.length > maxTold && (
          <li className="flex min-h-12 items-center text-ink-2">
            {m.devices_twice_more({ count: numbers.length - maxTold })}
          </li>
        )}
      </ul>
      <ServerAnswer refusal={refusal} needsSignal={m.devices_signal()} />
      <div>
        <Button aria-disabled={isSending} onClick={() => void seen()}>
          {m.devices_twice_seen()}
        </Button>
      </div>
    </li>
  );
}

/** A car is looked at on its own screen; of anything else the owner sees when it arrived and from whom. */
const placeOf = (documentId: string): string =>
  documentId.startsWith('job:')
    ? `/jobs/${bareId(documentId)}`
    : `/history/${encodeURIComponent(documentId)}`;
