import { Router } from 'express';
import { erasureRequestSchema } from '@revops/domain';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { inTurn } from '#src/sync/in-turn.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import type { Context } from '../context.ts';

/** What an owner takes out for good at a person's wish. */
export function erasureRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context), requireOwner);

  router.get('/', async (_request, response) => {
    const { id, store } = await workshops.of(callerOf(response).workshopId);
    response.json(await context.erasures.list(id, store));
  });

  router.post('/', async (request, response) => {
    const wanted = parseBody(erasureRequestSchema, request);
    const { userId, workshopId } = callerOf(response);
    const workshop = await workshops.of(workshopId);
    const erase = () => context.erasures.erase(workshopId, workshop.store, wanted, userId);
    response.json(await inTurn(workshop, erase));
  });

  return router;
}
