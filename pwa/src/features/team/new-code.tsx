import type { Invite } from '@revops/domain';
import { QrCode } from '#src/components/ui/qr-screen.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { CodeTools } from './code-tools.tsx';
import { codeWords } from './code-words.ts';
import { roleWords } from './role-words.ts';

/** A fresh code, large enough to be read across the workshop. */
export function NewCode({ invite }: { readonly invite: Invite }) {
  const formats = useFormats();
  return (
    <div className="flex flex-col gap-4 p-4">
      <p
        className="border-y border-ink py-4 text-center font-plate text-money-xl tracking-widest"
        translate="no"
      >
        <span aria-hidden="true">{codeWords(invite.code)}</span>
        <span className="sr-only">{invite.code.split('').join(' ')}</span>
      </p>
      <p className="text-ink-2">
        {m.team_code_for({
          role: roleWords(invite.role),
          time: formatTime(invite.expiresAt, formats),
          count: invite.uses,
        })}
      </p>
      <div className="mx-auto w-full max-w-56">
        <QrCode payload={invite.link} label={m.team_show_qr()} />
      </div>
      <p className="text-center text-meta text-ink-2 [overflow-wrap:anywhere]">{invite.link}</p>
      <CodeTools invite={invite} />
    </div>
  );
}
