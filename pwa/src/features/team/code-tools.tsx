import type { Invite } from '@revops/domain';
import { Copy, QrCode, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { QrScreen } from '#src/components/ui/qr-screen.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { share } from '#src/platform/share.ts';
import { m } from '#src/words/compiled/messages.js';
import { codeWords } from './code-words.ts';

/** Every way to hand a code over: for another camera, for a message, for the clipboard. */
export function CodeTools({ invite }: { readonly invite: Invite }) {
  const { workshopName } = useSession();
  const [isQrOpen, setIsQrOpen] = useState(false);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(invite.link).then(
      () => setSaid(m.team_copied()),
      () => setSaid(m.team_copy_failed()),
    );
  };
  const send = async (): Promise<void> => {
    const outcome = await share({
      title: m.team_share_title({ workshop: workshopName }),
      text: m.team_share_text({ workshop: workshopName, code: codeWords(invite.code) }),
      url: invite.link,
    });
    if (outcome === 'copied') setSaid(m.team_copied());
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button icon={QrCode} onClick={() => setIsQrOpen(true)}>
        {m.team_show_qr()}
      </Button>
      <Button icon={Share2} onClick={() => void send()}>
        {m.team_share()}
      </Button>
      <Button icon={Copy} onClick={() => void copy()}>
        {m.team_copy_link()}
      </Button>
      <output className="text-meta font-semibold text-received">{said}</output>
      <QrScreen
        open={isQrOpen}
        onClose={() => setIsQrOpen(false)}
        payload={invite.link}
        title={m.team_qr_title({ workshop: workshopName })}
      >
        <p className="text-ink">{m.team_qr_text()}</p>
        <p className="pt-2 font-plate text-money-xl tracking-widest text-ink" translate="no">
          {codeWords(invite.code)}
        </p>
      </QrScreen>
    </div>
  );
}
