import { whatsappUrl } from '@revops/domain';
import { Download, MessageCircle, Printer, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { download } from '#src/platform/download.ts';
import { share } from '#src/platform/share.ts';
import { m } from '#src/words/compiled/messages.js';
import type { MadePaper } from './make-paper.ts';

export interface PaperActionsProps {
  /** Undefined while it is being made. */
  readonly made: MadePaper | undefined;
  readonly message: string;
  readonly phone: string | undefined;
}

/** The ways out of the phone: to another app, as a message, onto paper, into a folder. */
export function PaperActions({ made, message, phone }: PaperActionsProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const maySend = made !== undefined && mayShare(made.file);
  const send = async (): Promise<void> => {
    if (made === undefined) return;
    // The file is there already: after waiting for anything, browsers no longer take it for the tap.
    const outcome = await share({ title: made.title, text: message, files: [made.file] });
    setHasFailed(outcome === 'failed' || outcome === 'copied');
  };
  return (
    <div className="flex flex-col gap-2">
      {hasFailed && (
        <p role="alert" className="font-semibold text-refused">
          {m.papers_share_failed()}
        </p>
      )}
      {maySend ? (
        <Button variant="fill" size="main" wide icon={Share2} onClick={() => void send()}>
          {m.papers_share({ paper: made.title })}
        </Button>
      ) : (
        <PrintButton isMain made={made} />
      )}
      <div className="flex flex-wrap gap-2 *:flex-1">
        {maySend && <PrintButton made={made} />}
        <Button icon={Download} disabled={made === undefined} onClick={() => made && download(made.file)}>
          {m.papers_download()}
        </Button>
        {phone !== undefined && (
          <a
            href={whatsappUrl(phone, message)}
            target="_blank"
            rel="noreferrer"
            className="fade inline-flex min-h-12 items-center justify-center gap-2 rounded-control border border-edge bg-surface px-3 text-strong text-ink active:bg-sunken desk:hover:bg-sunken"
          >
            <MessageCircle aria-hidden="true" className="size-5 shrink-0" />
            {m.papers_whatsapp()}
          </a>
        )}
      </div>
    </div>
  );
}

const mayShare = (file: File): boolean =>
  typeof navigator.share === 'function' && (navigator.canShare?.({ files: [file] }) ?? false);

function PrintButton({
  made,
  isMain = false,
}: {
  readonly made: MadePaper | undefined;
  readonly isMain?: boolean;
}) {
  return (
    <Button
      {...(isMain && { variant: 'fill', size: 'main', wide: true })}
      icon={Printer}
      disabled={made === undefined}
      onClick={() => print()}
    >
      {m.papers_print()}
    </Button>
  );
}
