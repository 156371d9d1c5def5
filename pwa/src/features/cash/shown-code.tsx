import type { ReactNode } from 'react';
import { QrCode } from '#src/components/ui/qr-screen.tsx';
import { useWakeLock } from '#src/platform/wake-lock.ts';
import { m } from '#src/words/compiled/messages.js';
import { codeGroups } from './code-groups.ts';

interface ShownCodeProps {
  readonly code: string;
  readonly label: string;
  /** What the other person is to do with it. */
  readonly children: ReactNode;
}

/** A code for the other phone's camera: white in both themes, the screen stays on; below it the same as text. */
export function ShownCode({ code, label, children }: ShownCodeProps) {
  useWakeLock(true);
  return (
    <div className="flex flex-col items-center gap-4 border-b border-rule bg-surface px-gutter py-6">
      <p className="max-w-prose text-center">{children}</p>
      <div className="w-full max-w-80 bg-[#fff] p-2">
        <QrCode payload={code} label={label} />
      </div>
      <details className="w-full max-w-prose">
        <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-carbon underline underline-offset-4">
          {m.cash_code_as_text()}
        </summary>
        <p className="font-mono text-body break-words text-ink select-all" translate="no" data-code={code}>
          {codeGroups(code)}
        </p>
      </details>
    </div>
  );
}
