import type { Invite, InviteRole } from '@revops/domain';
import { useState } from 'react';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { createInvite } from '#src/data/account/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { ChoiceChips } from './choice-chips.tsx';
import { NewCode } from './new-code.tsx';
import { roleWords } from './role-words.ts';

interface InviteSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCreated: () => Promise<void>;
}

const roles: readonly InviteRole[] = ['manager', 'owner'];
const days = [1, 7, 30] as const;
const uses = [1, 5, 20] as const;

/** Makes a code in one tap; role, days and people have sensible answers already. */
export function InviteSheet({ open, onClose, onCreated }: InviteSheetProps) {
  const [choice, setChoice] = useState<{ role: InviteRole; days: number; uses: number }>({
    role: 'manager',
    days: 7,
    uses: 1,
  });
  const [invite, setInvite] = useState<Invite | undefined>();
  const { isSending, refusal, send } = useSending();
  const close = (): void => {
    setInvite(undefined);
    onClose();
  };
  const create = async (): Promise<void> => {
    const answer = await send(() => createInvite(choice));
    if (!answer?.ok) return;
    setInvite(answer.value);
    await onCreated();
  };
  const footer =
    invite === undefined ? (
      <Button variant="fill" size="main" wide aria-disabled={isSending} onClick={() => void create()}>
        {m.team_create_code()}
      </Button>
    ) : (
      <Button variant="fill" size="main" wide onClick={close}>
        {m.team_done()}
      </Button>
    );
  return (
    <Sheet open={open} onClose={close} title={m.team_invite()} footer={footer}>
      {invite === undefined ? (
        <div className="flex flex-col gap-6 p-4">
          <ChoiceChips
            label={m.team_as()}
            choices={roles.map((role) => ({ value: role, label: roleWords(role) }))}
            value={choice.role}
            onChange={(role) => setChoice({ ...choice, role })}
          />
          {choice.role === 'owner' && <p className="text-waiting">{m.team_owner_warning()}</p>}
          <ChoiceChips
            label={m.team_valid()}
            choices={days.map((count) => ({ value: count, label: m.team_days({ count }) }))}
            value={choice.days}
            onChange={(next) => setChoice({ ...choice, days: next })}
          />
          <ChoiceChips
            label={m.team_for()}
            choices={uses.map((count) => ({ value: count, label: m.team_people_count({ count }) }))}
            value={choice.uses}
            onChange={(next) => setChoice({ ...choice, uses: next })}
          />
          <ServerAnswer refusal={refusal} needsSignal={m.team_needs_signal()} />
        </div>
      ) : (
        <NewCode invite={invite} />
      )}
    </Sheet>
  );
}
