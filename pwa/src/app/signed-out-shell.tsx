import { Outlet, ScrollRestoration } from 'react-router';
import { useDeviceState } from '#src/data/hooks/use-session.ts';
import { UpdateBanner } from '#src/features/updates/update-banner.tsx';
import { useEnginesOfOthers } from './use-engines-of-others.ts';
import { scrollKey } from './scroll-key.ts';
import { useScreenHeading } from './use-screen-heading.ts';

/** Everything before a person is signed in, and signing in again while somebody is: no bar, no pill. */
export function SignedOutShell() {
  useScreenHeading();
  useEnginesOfOthers();
  if (useDeviceState() === 'starting') return null;
  return (
    <>
      <UpdateBanner />
      <main id="screen" tabIndex={-1} className="min-h-dvh outline-none">
        <Outlet />
      </main>
      <ScrollRestoration getKey={scrollKey} />
    </>
  );
}
