import { telUrl } from '@revops/domain';
import { Phone } from 'lucide-react';
import { usePeople } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** Whom to ask about it, as long as this phone still knows. */
export function CallOwner() {
  const people = usePeople();
  const owners =
    people.status === 'ready' ? people.value.filter(({ role, active }) => role === 'owner' && active) : [];
  return owners.map(({ id, name, phone }) =>
    phone === undefined ? null : (
      <a
        key={id}
        href={telUrl(phone)}
        className="fade inline-flex min-h-14 w-full items-center justify-center gap-2 rounded-control border border-edge bg-surface px-6 py-2 text-center text-button text-ink active:bg-sunken desk:hover:bg-sunken"
      >
        <Phone aria-hidden="true" className="size-5 shrink-0" />
        <span className="min-w-0">{m.work_call_name({ name })}</span>
      </a>
    ),
  );
}
