import { CallLink } from '#src/components/ui/call-link.tsx';
import { usePeople } from '#src/data/hooks/index.ts';

/** Whom to ask about it, as long as this phone still knows. */
export function CallOwner() {
  const people = usePeople();
  const owners =
    people.status === 'ready' ? people.value.filter(({ role, active }) => role === 'owner' && active) : [];
  return owners.map(({ id, name, phone }) =>
    phone === undefined ? null : <CallLink key={id} phone={phone} name={name} size="main" />,
  );
}
