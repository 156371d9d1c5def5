import { formatMoney, type Money as Amount } from '@revops/domain';
import { X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { encode } from 'uqr';
import { useWakeLock } from '#src/platform/wake-lock.ts';
import { m } from '#src/words/compiled/messages.js';
import { useFormats } from './formats.ts';
import { IconButton } from './icon-button.tsx';
import { useModal } from './use-modal.ts';

export interface QrScreenProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What the code says: a UPI link, an invite link. */
  readonly payload: string;
  readonly title: string;
  readonly amount?: Amount;
  /** Under the code: payee and VPA, or the invite code in letters. */
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
}

/** A code for somebody else's camera: white in both themes, as large as it gets, the screen stays on. */
export function QrScreen({ open, onClose, payload, title, amount, children, footer }: QrScreenProps) {
  const modal = useModal(open, onClose);
  const formats = useFormats();
  useWakeLock(open);
  return (
    <dialog {...modal} aria-label={title} className="layer full paper-white">
      {open && (
        <>
          <header className="flex items-center justify-between ps-4 pe-1">
            <h2 className="text-title">{title}</h2>
            <IconButton icon={X} label={m.ui_close()} onClick={onClose} />
          </header>
          <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 overflow-y-auto px-4 pb-4 text-center">
            {amount !== undefined && <p className="text-money-xl">{formatMoney(amount, formats)}</p>}
            <QrCode payload={payload} label={title} />
            <div className="text-ink-2">{children}</div>
          </div>
          {footer !== undefined && (
            <footer className="bar-inset">
              <div className="mx-auto w-full max-w-md p-4">{footer}</div>
            </footer>
          )}
        </>
      )}
    </dialog>
  );
}

export interface QrCodeProps {
  readonly payload: string;
  readonly label: string;
}

/** The bare code, black on white with its quiet zone. */
export function QrCode({ payload, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawn(payload), [payload]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="block h-auto max-h-[58dvh] w-full max-w-96 bg-[#fff]"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** One run of dark modules is one rectangle of the path. */
function drawn(payload: string): { size: number; path: string } {
  const { data, size } = encode(payload, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => {
    const text = row.map((dark) => (dark ? '1' : '0')).join('');
    return Array.from(
      text.matchAll(/1+/g),
      (run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`,
    );
  });
  return { size, path: runs.join('') };
}
