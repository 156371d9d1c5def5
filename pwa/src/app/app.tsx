import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { startDevice } from '#src/data/account/start.ts';
import { startInstallOffer } from '#src/platform/install.ts';
import { startKeyboardInset } from '#src/platform/keyboard-inset.ts';
import { startUpdates } from '#src/platform/update.ts';
import { openFirstVisit } from './first-visit.ts';
import { isMissingChunk } from './missing-chunk.ts';
import { reportError, reportStrayErrors } from './report-error.ts';
import { createRouter } from './router.tsx';
import { NotStarted } from './not-started.tsx';

/** Everything that runs once per page, before the first screen. */
export async function startApp(): Promise<void> {
  startKeyboardInset();
  startUpdates();
  startInstallOffer();
  reportStrayErrors();
  await openFirstVisit(startDevice());
}

/** The app. Who was signed in last is found out while the router loads the first screen. */
export function App() {
  const [router] = useState(createRouter);
  const [trouble, setTrouble] = useState<'blocked' | 'stale' | 'held' | undefined>();
  useEffect(() => {
    startDevice().catch((error: unknown) => {
      reportError(error);
      setTrouble(troubleOf(error));
    });
  }, []);
  return trouble === undefined ? <RouterProvider router={router} /> : <NotStarted trouble={trouble} />;
}

function troubleOf(error: unknown): 'blocked' | 'stale' | 'held' {
  if (isMissingChunk(error)) return 'stale';
  // By name: the databases are not loaded for who only looks at the first screen.
  return error instanceof Error && error.name === 'DatabaseHeldError' ? 'held' : 'blocked';
}
