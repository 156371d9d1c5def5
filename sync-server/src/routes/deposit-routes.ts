import { Router } from 'express';
import {
  confirmDepositSchema,
  depositInputSchema,
  depositQuerySchema,
  rejectRequestSchema,
} from '@revops/domain';
import type { Context } from '../context.ts';
import { requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody, parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { decideDepositByRest } from '#src/services/acts/decide-deposit.ts';
import { depositByRest } from '#src/services/acts/deposit.ts';
import { documentIdOf } from '#src/services/acts/document-id-of.ts';
import { listDeposits, readDeposit } from '#src/services/lists/list-deposits.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

/** Cash that goes to the bank, by REST; a manager's is confirmed or rejected by owners. */
export function depositRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const { acts, reader, ids } = createFacade(context, workshops);
  router.use(limits.rest, requireCaller(context));

  router.post('/', async (request, response) => {
    const input = parseBody(depositInputSchema, request);
    const names = ids(request, response, 'deposit', input.id);
    response.status(201).json(await depositByRest(await acts(response), input, names));
  });

  router.get('/', async (request, response) => {
    const query = parseQuery(depositQuerySchema, request);
    response.json(await listDeposits(await reader(response), query));
  });

  router.put('/:id/confirm', requireOwner, async (request, response) => {
    parseBody(confirmDepositSchema, request);
    const id = documentIdOf('deposit', String(request.params['id']));
    await decideDepositByRest(await acts(response), id, { verdict: 'confirmed' });
    response.json(await readDeposit(await reader(response), id));
  });

  router.put('/:id/reject', requireOwner, async (request, response) => {
    const { reason } = parseBody(rejectRequestSchema, request);
    const id = documentIdOf('deposit', String(request.params['id']));
    await decideDepositByRest(await acts(response), id, { verdict: 'rejected', reason });
    response.json(await readDeposit(await reader(response), id));
  });

  return router;
}
