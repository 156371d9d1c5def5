import { Navigate, useLocation } from 'react-router';
import { useDeviceState } from '#src/data/hooks/use-session.ts';
import { paths } from './paths.ts';
import { ShellFrame } from './shell-frame.tsx';
import { useEngine } from './use-engine.ts';
import { WorkshopFormats } from './workshop-formats.tsx';

/** Everything behind the sign-in. Nobody on this phone: the first run, which brings back here afterwards. */
export function SignedInShell() {
  const state = useDeviceState();
  const { pathname } = useLocation();
  if (state === 'starting') return null;
  if (state === 'nobody')
    return (
      <Navigate to={paths.welcome} replace state={pathname === paths.home ? null : { from: pathname }} />
    );
  return <SignedIn />;
}

function SignedIn() {
  useEngine();
  return (
    <WorkshopFormats>
      <ShellFrame />
    </WorkshopFormats>
  );
}
