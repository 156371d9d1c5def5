import { Router } from 'express';
import { pushRequestSchema } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import { BodiesInHand, untilDone } from '#src/http/bodies-in-hand.ts';
import { jsonBody } from '#src/http/json-body.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { pushDocuments } from '#src/services/exchange/push-documents.ts';
import type { Workshops } from '#src/sync/workshops.ts';

/** As on `/sync`: whoever has more sends it in parts. */
const maxBodyBytes = 4 * 1024 * 1024;

/** The simple way to send documents, by the rules of `/sync`. */
export function syncRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const bodies = new BodiesInHand();

  // Bodies of strangers are not even read.
  router.post(
    '/',
    limits.rest,
    requireCaller(context),
    (request, response, next) => {
      bodies.take(callerOf(response).userId, request, response, maxBodyBytes);
      next();
    },
    jsonBody(maxBodyBytes, { onlyDeclared: true }),
    async (request, response) => {
      const { documents } = parseBody(pushRequestSchema, request);
      const caller = callerOf(response);
      const workshop = await workshops.of(caller.workshopId);
      const push = () => pushDocuments(context, workshop, caller, documents);
      response.json(await untilDone(response, push));
    },
  );

  return router;
}
