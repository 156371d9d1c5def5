import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { CallLink } from '#src/components/ui/call-link.tsx';
import { usePeople, useSession } from '#src/data/hooks/index.ts';
import type { DeviceView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

interface WaysOnProps {
  readonly device: DeviceView;
  readonly missing: number;
  readonly notAccepted: number;
  /** Not for the phone in the owner's own hand, nor for one that is closed. */
  readonly onRevoke?: () => void;
}

/** What an owner can do about a phone: ring whoever has it, look at what was kept out, bring in a copy, close it. */
export function WaysOn({ device, missing, notAccepted, onRevoke }: WaysOnProps) {
  const { userId } = useSession();
  const people = usePeople();
  const person = people.status === 'ready' ? people.value.find(({ id }) => id === device.userId) : undefined;
  const isOthers = device.userId !== userId;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {isOthers && person?.phone !== undefined && <CallLink phone={person.phone} name={person.name} short />}
      {notAccepted > 0 && <ButtonLink to="/team/not-accepted">{m.devices_see_not_accepted()}</ButtonLink>}
      {missing > 0 && <ButtonLink to="/more/devices/bring-in">{m.devices_bring_in()}</ButtonLink>}
      {onRevoke && (
        <Button variant="danger" onClick={onRevoke}>
          {m.devices_revoke()}
        </Button>
      )}
    </div>
  );
}
