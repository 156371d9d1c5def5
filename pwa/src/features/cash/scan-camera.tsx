import { m } from '#src/words/compiled/messages.js';
import { useScanner, type ScannerState } from './use-scanner.ts';

const words: Readonly<Record<ScannerState, () => string>> = {
  starting: () => m.cash_scan_starting(),
  scanning: () => m.cash_scan_hold(),
  denied: () => m.cash_scan_denied(),
  none: () => m.cash_scan_none(),
};

/** What the camera sees, as long as the screen is open. */
export function ScanCamera({ onCode }: { readonly onCode: (text: string) => void }) {
  const { video, state } = useScanner(true, onCode);
  const isSeeing = state === 'starting' || state === 'scanning';
  return (
    <div className="border-b border-rule bg-surface">
      {isSeeing && (
        <video
          ref={video}
          muted
          playsInline
          aria-label={m.cash_scan_view()}
          className="mx-auto block aspect-square max-h-[50dvh] w-full max-w-md bg-[#000] object-cover"
        />
      )}
      <output className="block px-gutter py-3 text-center font-semibold">{words[state]()}</output>
    </div>
  );
}
