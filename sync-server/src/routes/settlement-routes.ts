import { Router } from 'express';
import {
  confirmSettlementSchema,
  rejectRequestSchema,
  settlementInputSchema,
  settlementQuerySchema,
} from '@revops/domain';
import type { Context } from '../context.ts';
import { requireCaller } from '#src/http/authenticate.ts';
import { parseBody, parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { decideHandOverByRest } from '#src/services/acts/decide-hand-over.ts';
import { documentIdOf } from '#src/services/acts/document-id-of.ts';
import { handOverByRest } from '#src/services/acts/hand-over.ts';
import { listSettlements, readSettlement } from '#src/services/lists/list-settlements.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

/** Cash from hand to hand by REST; confirmed or rejected by who receives it, or by an owner. */
export function settlementRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const { acts, reader, ids } = createFacade(context, workshops);
  router.use(limits.rest, requireCaller(context));

  router.post('/', async (request, response) => {
    const input = parseBody(settlementInputSchema, request);
    const names = ids(request, response, 'settlement', input.id);
    response.status(201).json(await handOverByRest(await acts(response), input, names));
  });

  router.get('/', async (request, response) => {
    const query = parseQuery(settlementQuerySchema, request);
    response.json(await listSettlements(await reader(response), query));
  });

  router.put('/:id/confirm', async (request, response) => {
    parseBody(confirmSettlementSchema, request);
    const id = documentIdOf('settlement', request.params.id);
    await decideHandOverByRest(await acts(response), id, { verdict: 'confirmed' });
    response.json(await readSettlement(await reader(response), id));
  });

  router.put('/:id/reject', async (request, response) => {
    const { reason } = parseBody(rejectRequestSchema, request);
    const id = documentIdOf('settlement', request.params.id);
    await decideHandOverByRest(await acts(response), id, { verdict: 'rejected', reason });
    response.json(await readSettlement(await reader(response), id));
  });

  return router;
}
