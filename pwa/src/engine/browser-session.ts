import { withLock } from '#src/data/account/with-lock.ts';
import type { EngineSession } from './env.ts';
import { createSession } from './session.ts';
import type { EngineOwner } from './worker-api.ts';

/** Tabs and worker share one refresh cookie: one renewal at a time keeps its rotation in step. */
export const createBrowserSession = (owner: EngineOwner): EngineSession =>
  createSession({
    ...owner,
    fetch: (url, init) => withLock('revops-refresh', () => fetch(url, init)),
    baseUrl: '',
    now: Date.now,
  });
