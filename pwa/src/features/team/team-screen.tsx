import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { NumbersGivenTwice } from '#src/components/alarms/numbers-given-twice.tsx';
import { RefusedOfOthers } from '#src/components/alarms/refused-of-others.tsx';
import { AsOfLine } from '#src/components/as-of/as-of-line.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { InviteSheet } from './invite-sheet.tsx';
import { Invites } from './invites.tsx';
import { People } from './people.tsx';
import { useInvites } from './use-invites.ts';

/** Who works here, what cash they hold, and the codes with which others can come. */
export function TeamScreen() {
  const [isInviting, setIsInviting] = useState(false);
  const { demo } = useSession();
  const invites = useInvites();
  return (
    <>
      <TopBar title={m.team_title()} />
      <div className="narrow max-w-4xl pb-10 rail:px-2 desk:px-4">
        {!demo && (
          <div className="px-gutter pt-4">
            <Button icon={UserRoundPlus} onClick={() => setIsInviting(true)}>
              {m.team_invite()}
            </Button>
          </div>
        )}
        <RefusedOfOthers />
        <NumbersGivenTwice />
        <div className="px-gutter pt-4">
          <AsOfLine />
        </div>
        <People />
        <SectionHeading>{m.team_codes()}</SectionHeading>
        <Invites invites={invites} />
      </div>
      <InviteSheet open={isInviting} onClose={() => setIsInviting(false)} onCreated={invites.refresh} />
    </>
  );
}
