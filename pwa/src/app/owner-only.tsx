import { Outlet } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { paths } from './paths.ts';

/** A deep link to an owner's screen tells a manager why it is not theirs; the server refuses on its own account. */
export function OwnerOnly() {
  if (useSession().role === 'owner') return <Outlet />;
  return (
    <>
      <TopBar title={m.app_owner_only_title()} />
      <div className="py-6">
        <EmptyState action={<ButtonLink to={paths.home}>{m.app_go_home()}</ButtonLink>}>
          {m.app_owner_only_text()}
        </EmptyState>
      </div>
    </>
  );
}
