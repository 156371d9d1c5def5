import { lazy, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSync } from '#src/data/hooks/index.ts';
import { useDeviceState } from '#src/data/hooks/use-session.ts';
import { paths } from './paths.ts';
import { ShellFrame } from './shell-frame.tsx';
import { useEnginesOfOthers } from './use-engines-of-others.ts';
import { useEngine } from './use-engine.ts';
import { useOnDemand } from './use-on-demand.ts';
import { WorkshopFormats } from './workshop-formats.tsx';

// Very few people ever see it.
const RemovedShell = lazy(async () => ({ default: (await import('./removed-shell.tsx')).RemovedShell }));
const ClosedShell = lazy(async () => ({ default: (await import('./closed-shell.tsx')).ClosedShell }));

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
  useEnginesOfOthers();
  useOnDemand();
  const { phase } = useSync();
  return (
    <WorkshopFormats>
      {phase === 'removed' || phase === 'closed' ? (
        <Suspense>{phase === 'removed' ? <RemovedShell /> : <ClosedShell />}</Suspense>
      ) : (
        <ShellFrame />
      )}
    </WorkshopFormats>
  );
}
