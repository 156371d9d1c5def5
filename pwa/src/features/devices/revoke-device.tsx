import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useDeviceBook } from '#src/data/hooks/index.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface RevokeDeviceProps {
  readonly device: DeviceView;
  readonly missing: number;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks a second time, and says what may be on that phone alone, as far as it is known. */
export function RevokeDevice({ device, missing, open, onClose }: RevokeDeviceProps) {
  const formats = useFormats();
  const { book } = useDeviceBook();
  const { isSending, refusal, send } = useSending();
  const { code, personName: person, lastHeard } = device;
  const revoke = async (): Promise<void> => {
    const answer = await send(() => book?.revoke(device.id) ?? unavailable());
    if (answer?.ok) onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={m.devices_revoke_title({ code })}
      actions={
        <>
          <Button onClick={onClose}>{m.devices_keep()}</Button>
          <Button variant="danger" aria-disabled={isSending} onClick={() => void revoke()}>
            {m.devices_revoke()}
          </Button>
        </>
      }
    >
      <p>{m.devices_revoke_text({ person })}</p>
      {missing > 0 && (
        <p className="font-semibold text-refused">{m.devices_revoke_missing({ count: missing })}</p>
      )}
      <p className="text-ink">
        {lastHeard === undefined
          ? m.devices_revoke_never()
          : m.devices_revoke_heard({ time: formatTime(lastHeard, formats) })}
      </p>
      <p>{m.devices_revoke_found()}</p>
      <ServerAnswer refusal={refusal} needsSignal={m.devices_signal()} />
    </Dialog>
  );
}

const unavailable = () => Promise.resolve({ ok: false, reason: 'unavailable' } as const);
