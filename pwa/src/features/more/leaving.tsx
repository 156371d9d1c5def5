import { LogOut, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { leaveDemo, signOut, stepAside } from '#src/data/account/index.ts';
import { wakeEngine } from '#src/data/engine-link.ts';
import { useSession, useSync } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { m } from '#src/words/compiled/messages.js';

/** The way out: of the demo at once, of an account only when nothing waits here any more. */
export function Leaving() {
  const { demo } = useSession();
  return (
    <div className="flex flex-col items-start gap-3 px-gutter pt-8">
      {demo ? (
        <LeaveDemo />
      ) : (
        <>
          <ChangePerson />
          <SignOut />
        </>
      )}
    </div>
  );
}

function LeaveDemo() {
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await leaveDemo();
    await navigate('/welcome', { replace: true });
  };
  return (
    <Button icon={LogOut} onClick={() => void leave()}>
      {m.more_leave_demo()}
    </Button>
  );
}

function ChangePerson() {
  const navigate = useNavigate();
  const change = async (): Promise<void> => {
    await stepAside();
    await navigate('/welcome', { replace: true });
  };
  return (
    <>
      <Button icon={UsersRound} onClick={() => void change()}>
        {m.more_change_person()}
      </Button>
      <p className="pb-4 text-ink-2">{m.more_change_person_text()}</p>
    </>
  );
}

function SignOut() {
  const navigate = useNavigate();
  const { waitingActs, refused, filesWaiting = 0 } = useSync();
  const count = waitingActs + refused + filesWaiting;
  const [open, setOpen] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const close = (): void => setOpen(false);
  const leave = async (): Promise<void> => {
    setIsLeaving(true);
    const answer = await signOut();
    setIsLeaving(false);
    // Refused: something was saved meanwhile. The dialog stays and now says so.
    if (answer.ok) await navigate('/welcome', { replace: true });
  };
  const isBlocked = count > 0;
  return (
    <>
      <Button icon={LogOut} onClick={() => setOpen(true)}>
        {m.more_sign_out()}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={isBlocked ? m.more_sign_out_blocked_title() : m.more_sign_out_title()}
        actions={
          isBlocked ? (
            <>
              <Button onClick={close}>{m.more_stay()}</Button>
              <Button onClick={() => void shareUnsent(m.sync_export_title())}>{m.ui_export_copy()}</Button>
              {waitingActs + filesWaiting > 0 && (
                <Button variant={refused > 0 ? 'line' : 'fill'} onClick={wakeEngine}>
                  {m.more_send_now()}
                </Button>
              )}
              {refused > 0 && (
                <ButtonLink variant="fill" to="/not-accepted">
                  {m.more_see_refused()}
                </ButtonLink>
              )}
            </>
          ) : (
            <>
              <Button onClick={close}>{m.more_stay()}</Button>
              <Button variant="danger" aria-disabled={isLeaving} onClick={() => void leave()}>
                {m.more_sign_out()}
              </Button>
            </>
          )
        }
      >
        {blockedWords(waitingActs + filesWaiting, refused) ?? m.more_sign_out_text()}
      </Dialog>
    </>
  );
}

/** Why nobody may leave yet: what waits goes by itself, what was not accepted needs a person. */
function blockedWords(waiting: number, refused: number): string | undefined {
  if (waiting > 0) return m.more_sign_out_blocked({ count: waiting + refused });
  return refused > 0 ? m.more_sign_out_refused({ count: refused }) : undefined;
}
