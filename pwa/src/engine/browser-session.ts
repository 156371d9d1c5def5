import { ownCookieHeaders } from '#src/data/account/own-cookie.ts';
import { personKey } from '#src/data/account/phone-book.ts';
import { withLock } from '#src/data/account/with-lock.ts';
import type { EngineSession } from './env.ts';
import { createSession } from './session.ts';
import type { EngineOwner } from './worker-api.ts';

/** Tabs and worker share the device's refresh cookie: one renewal at a time keeps its rotation in step. */
export const createBrowserSession = (owner: EngineOwner): EngineSession =>
  createSession({
    ...owner,
    fetch: (url, init) =>
      withLock('revops-refresh', async () => {
        const own = await ownCookieHeaders(personKey(owner.workshopId, owner.userId));
        return fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...own } });
      }),
    baseUrl: '',
    now: Date.now,
  });
