import { Router } from 'express';
import { closeInputSchema, closeQuerySchema, totalKey } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import { parseBody, parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { closeDayByRest } from '#src/services/acts/close-day.ts';
import type { FiguresOfWorkshops } from '#src/services/analytics/figures-of-workshops.ts';
import { listCloses } from '#src/services/lists/list-closes.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

/** Counted cash against what the book expects, by REST. */
export function closeRoutes(
  context: Context,
  limits: RateLimits,
  workshops: Workshops,
  figures: FiguresOfWorkshops,
): Router {
  const router = Router();
  const { acts, reader, ids } = createFacade(context, workshops);
  router.use(limits.rest, requireCaller(context));

  router.post('/', async (request, response) => {
    const input = parseBody(closeInputSchema, request);
    const names = ids(request, response, 'dayClose', input.id);
    const documents = await context.documentsOf(callerOf(response).workshopId);
    const heldBy = async (person: string): Promise<number> =>
      figures.use(
        documents.store,
        await documents.timeZone(),
        ({ totals }) => totals.get(totalKey.cash(person))?.amount ?? 0,
      );
    response.status(201).json(await closeDayByRest(await acts(response), input, names, heldBy));
  });

  router.get('/', async (request, response) => {
    const query = parseQuery(closeQuerySchema, request);
    response.json(await listCloses(await reader(response), query));
  });

  return router;
}
