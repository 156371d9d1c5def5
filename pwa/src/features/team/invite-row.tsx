import type { Invite } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { revokeInvite } from '#src/data/account/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { CodeTools } from './code-tools.tsx';
import { codeWords } from './code-words.ts';
import { roleWords } from './role-words.ts';

interface InviteRowProps {
  readonly invite: Invite;
  readonly onRevoked: () => Promise<void>;
}

/** One code that can still be used. */
export function InviteRow({ invite, onRevoked }: InviteRowProps) {
  const formats = useFormats();
  const [isAsking, setIsAsking] = useState(false);
  const { isSending, refusal, send } = useSending();
  const revoke = async (): Promise<void> => {
    const answer = await send(() => revokeInvite(invite.code));
    if (answer?.ok) {
      setIsAsking(false);
      await onRevoked();
    }
  };
  const { code, role, used, uses, expiresAt } = invite;
  return (
    <li className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-plate text-money-l tracking-widest" translate="no">
          {codeWords(code)}
        </p>
        <p className="text-meta text-ink-2">
          {roleWords(role)} · {m.team_used({ used, uses })} ·{' '}
          {m.team_expires({ time: formatTime(expiresAt, formats) })}
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <CodeTools invite={invite} />
        <Button variant="text" onClick={() => setIsAsking(true)}>
          {m.team_revoke()}
        </Button>
      </div>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={m.team_revoke_title({ code: codeWords(code) })}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{m.team_keep()}</Button>
            <Button variant="danger" aria-disabled={isSending} onClick={() => void revoke()}>
              {m.team_revoke()}
            </Button>
          </>
        }
      >
        <p>{m.team_revoke_text()}</p>
        <ServerAnswer refusal={refusal} needsSignal={m.team_needs_signal()} />
      </Dialog>
    </li>
  );
}
