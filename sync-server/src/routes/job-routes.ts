import { Router } from 'express';
import { reassignRequestSchema } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { reassign } from '#src/services/reassign.ts';
import type { Workshops } from '#src/sync/workshops.ts';

/** Jobs by REST; the id in an address is the document's, with or without its type. */
export function jobRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context));

  router.post('/:id/reassign', requireOwner, async (request, response) => {
    const { desk } = parseBody(reassignRequestSchema, request);
    const caller = callerOf(response);
    const id = jobIdOf(String(request.params['id']));
    await reassign(context, await workshops.of(caller.workshopId), caller, id, desk);
    response.json({ id, desk });
  });

  return router;
}

const jobIdOf = (text: string): string => (text.startsWith('job:') ? text : `job:${text}`);
