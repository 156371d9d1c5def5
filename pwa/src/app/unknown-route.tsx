import { TopBar } from '#src/components/layout/top-bar.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { m } from '#src/words/compiled/messages.js';
import { paths } from './paths.ts';

/** An address that no screen answers to: mistyped, or from a version that has it. */
export function UnknownRoute() {
  return (
    <>
      <TopBar title={m.app_unknown_title()} />
      <div className="py-6">
        <EmptyState action={<ButtonLink to={paths.home}>{m.app_go_home()}</ButtonLink>}>
          {m.app_unknown_text()}
        </EmptyState>
      </div>
    </>
  );
}
