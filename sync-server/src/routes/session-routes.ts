import { Router } from 'express';
import type { SessionList } from '@revops/domain';
import type { Context } from '../context.ts';
import { AppError } from '#src/errors/app-error.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';

/** Where a person is signed in, and ending it. */
export function sessionRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context));

  router.get('/', async (_request, response) => {
    const { userId, sessionId } = callerOf(response);
    const sessions = await context.sessions.list(userId);
    const items: SessionList['items'] = sessions
      .map((session) => ({
        id: session.id,
        label: session.label,
        ...(session.deviceCode === undefined ? {} : { deviceCode: session.deviceCode }),
        createdAt: session.createdAt,
        lastUsedAt: session.lastUsedAt,
        current: session.id === sessionId,
      }))
      .sort((a, b) => (a.lastUsedAt < b.lastUsedAt ? 1 : -1));
    response.json({ items } satisfies SessionList);
  });

  router.delete('/:id', async (request, response) => {
    const { userId } = callerOf(response);
    const { id } = request.params;
    if (!(await context.sessions.end(userId, id, 'revoked'))) throw new AppError('not_found');
    context.rights.forget(userId, id);
    response.status(204).end();
  });

  return router;
}
