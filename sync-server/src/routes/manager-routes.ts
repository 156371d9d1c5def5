import { Router } from 'express';
import type { Context } from '../context.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { listMembers, removeMember } from '#src/services/members.ts';

/** The people of the workshop; owners only. */
export function managerRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context), requireOwner);

  router.get('/', async (_request, response) => {
    response.json({ items: await listMembers(context, callerOf(response).workshopId) });
  });

  router.delete('/:id', async (request, response) => {
    await removeMember(context, callerOf(response).workshopId, request.params.id);
    response.status(204).end();
  });

  return router;
}
