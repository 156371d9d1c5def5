import type { Invite } from '@revops/domain';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useNow, useSession } from '#src/data/hooks/index.ts';
import { errorWords } from '#src/words/error-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { InviteRow } from './invite-row.tsx';
import type { InvitesQuery } from './use-invites.ts';

/** Codes that still let somebody in; used, expired and withdrawn ones are gone from sight. */
export const isOpen = (invite: Invite, now: string): boolean =>
  invite.revokedAt === undefined && invite.used < invite.uses && invite.expiresAt > now;

export function Invites({ invites: { answer, refresh } }: { readonly invites: InvitesQuery }) {
  const now = useNow(60_000);
  const { demo } = useSession();
  if (answer === undefined) return <Skeleton rows={2} />;
  if (!answer.ok) {
    const isAway = answer.reason === 'unavailable' || answer.reason === 'timeout';
    return (
      <EmptyState action={!demo && <Button onClick={() => void refresh()}>{m.team_try_again()}</Button>}>
        {demo ? m.team_demo() : isAway ? m.team_needs_signal() : errorWords(answer.reason)}
      </EmptyState>
    );
  }
  const open = answer.value.filter((invite) => isOpen(invite, now));
  if (open.length === 0) return <EmptyState>{m.team_no_codes()}</EmptyState>;
  return (
    <ul className="border-t border-rule">
      {open.map((invite) => (
        <InviteRow key={invite.code} invite={invite} onRevoked={refresh} />
      ))}
    </ul>
  );
}
