import { Router } from 'express';
import {
  confirmPaymentSchema,
  paymentInputSchema,
  paymentQuerySchema,
  rejectRequestSchema,
} from '@revops/domain';
import type { Context } from '../context.ts';
import { requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody, parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { decidePaymentByRest } from '#src/services/acts/decide-payment.ts';
import { documentIdOf } from '#src/services/acts/document-id-of.ts';
import { takePaymentByRest } from '#src/services/acts/take-payment.ts';
import { listPayments, readPayment } from '#src/services/lists/list-payments.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

/** Money by REST: taken by whoever sends it, confirmed or rejected by owners. */
export function paymentRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const { acts, reader, ids } = createFacade(context, workshops);
  router.use(limits.rest, requireCaller(context));

  router.post('/', async (request, response) => {
    const input = parseBody(paymentInputSchema, request);
    const names = ids(request, response, 'payment', input.id);
    response.status(201).json(await takePaymentByRest(await acts(response), input, names));
  });

  router.get('/', async (request, response) => {
    const query = parseQuery(paymentQuerySchema, request);
    response.json(await listPayments(await reader(response), query));
  });

  router.put('/:id/confirm', requireOwner, async (request, response) => {
    const { answersClashes } = parseBody(confirmPaymentSchema, request);
    const id = documentIdOf('payment', String(request.params['id']));
    await decidePaymentByRest(await acts(response), id, { verdict: 'confirmed', answersClashes });
    response.json(await readPayment(await reader(response), id));
  });

  router.put('/:id/reject', requireOwner, async (request, response) => {
    const { reason } = parseBody(rejectRequestSchema, request);
    const id = documentIdOf('payment', String(request.params['id']));
    await decidePaymentByRest(await acts(response), id, { verdict: 'rejected', reason });
    response.json(await readPayment(await reader(response), id));
  });

  return router;
}
