import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** Who is in front of the screen, where, and by which code this phone numbers its papers. */
export function Profile() {
  const { name, email, role, workshopName, deviceCode } = useSession();
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-rule bg-surface px-gutter py-4 rail:mt-4 rail:border-t">
      <div className="min-w-0">
        <p className="text-title">{name}</p>
        <p className="text-ink-2">
          {role === 'owner'
            ? m.more_owner_of({ workshop: workshopName })
            : m.more_manager_at({ workshop: workshopName })}
        </p>
        {email !== '' && <p className="text-meta text-ink-2">{email}</p>}
      </div>
      <p className="text-meta text-ink-2">
        {m.more_this_phone()}
        <span className="block text-title text-ink" translate="no">
          {deviceCode}
        </span>
      </p>
    </div>
  );
}
