import { Router } from 'express';
import {
  confirmWaiverSchema,
  rejectRequestSchema,
  waiverInputSchema,
  waiverQuerySchema,
} from '@revops/domain';
import type { Context } from '../context.ts';
import { requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody, parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { decideWaiverByRest } from '#src/services/acts/decide-waiver.ts';
import { documentIdOf } from '#src/services/acts/document-id-of.ts';
import { waiveByRest } from '#src/services/acts/waive.ts';
import { listWaivers, readWaiver } from '#src/services/lists/list-waivers.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

/** Discounts and write-offs by REST: given for jobs that one may change, agreed to or rejected by owners. */
export function waiverRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const { acts, reader, ids } = createFacade(context, workshops);
  router.use(limits.rest, requireCaller(context));

  router.post('/', async (request, response) => {
    const input = parseBody(waiverInputSchema, request);
    const names = ids(request, response, 'waiver', input.id);
    response.status(201).json(await waiveByRest(await acts(response), input, names));
  });

  router.get('/', async (request, response) => {
    const query = parseQuery(waiverQuerySchema, request);
    response.json(await listWaivers(await reader(response), query));
  });

  router.put('/:id/confirm', requireOwner, async (request, response) => {
    parseBody(confirmWaiverSchema, request);
    const id = documentIdOf('waiver', String(request.params['id']));
    await decideWaiverByRest(await acts(response), id, { verdict: 'confirmed' });
    response.json(await readWaiver(await reader(response), id));
  });

  router.put('/:id/reject', requireOwner, async (request, response) => {
    const { reason } = parseBody(rejectRequestSchema, request);
    const id = documentIdOf('waiver', String(request.params['id']));
    await decideWaiverByRest(await acts(response), id, { verdict: 'rejected', reason });
    response.json(await readWaiver(await reader(response), id));
  });

  return router;
}
