import { Router } from 'express';
import { dataQuerySchema } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import { parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { pullData } from '#src/services/exchange/pull-data.ts';
import { sessionOf } from '#src/sync/sync-session.ts';
import type { Workshops } from '#src/sync/workshops.ts';

/** Documents by type for clients that do not speak the replication protocol. */
export function dataRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  router.use(limits.rest, requireCaller(context));

  router.get('/:type', async (request, response) => {
    const query = parseQuery(dataQuerySchema, request);
    const caller = callerOf(response);
    const session = sessionOf(caller, await workshops.of(caller.workshopId));
    response.json(await pullData(session, request.params.type, query));
  });

  return router;
}
