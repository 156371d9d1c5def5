import { Download, Share2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { download } from '#src/platform/download.ts';
import { share } from '#src/platform/share.ts';
import { m } from '#src/words/compiled/messages.js';
import type { Making } from './use-making.ts';

export interface MadeFileProps {
  readonly making: Extract<Making, { status: 'collecting' | 'writing' | 'ready' }>;
  readonly onStop: () => void;
}

/** A file while it is made, and what can be done with it: shared only now, because browsers want it to be there at the tap. */
export function MadeFile({ making, onStop }: MadeFileProps) {
  const { locale } = useFormats();
  if (making.status === 'ready') return <Ready file={making.file} />;
  const count = new Intl.NumberFormat(locale).format(making.rows);
  return (
    <div className="flex flex-col gap-4 p-4">
      <output className="text-strong tabular-nums">
        {making.status === 'collecting' ? m.reports_collecting({ count }) : m.reports_making({ count })}
      </output>
      <Button wide icon={X} onClick={onStop}>
        {m.reports_cancel()}
      </Button>
    </div>
  );
}

const mayShare = (file: File): boolean =>
  typeof navigator.share === 'function' && (navigator.canShare?.({ files: [file] }) ?? false);

function Ready({ file }: { readonly file: File }) {
  const [hasFailed, setHasFailed] = useState(false);
  const send = async (): Promise<void> => {
    const outcome = await share({ title: file.name, text: file.name, files: [file] });
    setHasFailed(outcome === 'failed' || outcome === 'copied');
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      <output className="text-strong break-words">{m.reports_ready({ name: file.name })}</output>
      {hasFailed && (
        <p role="alert" className="font-semibold text-refused">
          {m.reports_share_failed()}
        </p>
      )}
      <Button variant="fill" size="main" wide icon={Download} onClick={() => download(file)}>
        {m.reports_download()}
      </Button>
      {mayShare(file) && (
        <Button wide icon={Share2} onClick={() => void send()}>
          {m.reports_share()}
        </Button>
      )}
    </div>
  );
}
