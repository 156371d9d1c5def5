import { Router } from 'express';
import { jobInputSchema, jobQuerySchema, jobUpdateSchema, reassignRequestSchema } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody, parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { changeJob } from '#src/services/acts/change-job.ts';
import { documentIdOf } from '#src/services/acts/document-id-of.ts';
import { openJobByRest } from '#src/services/acts/open-job.ts';
import { listJobs, readJob } from '#src/services/lists/list-jobs.ts';
import { reassign } from '#src/services/reassign.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

/** Jobs by REST; the id in an address is the document's, with or without its type. */
export function jobRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const { acts, reader, ids } = createFacade(context, workshops);
  router.use(limits.rest, requireCaller(context));

  router.post('/', async (request, response) => {
    const input = parseBody(jobInputSchema, request);
    const names = ids(request, response, 'job', input.id);
    response.status(201).json(await openJobByRest(await acts(response), input, names));
  });

  router.get('/', async (request, response) => {
    const query = parseQuery(jobQuerySchema, request);
    response.json(await listJobs(await reader(response), callerOf(response).actor, query));
  });

  router.get('/:id', async (request, response) => {
    response.json(await readJob(await reader(response), request.params.id));
  });

  router.put('/:id', async (request, response) => {
    const update = parseBody(jobUpdateSchema, request);
    const id = documentIdOf('job', request.params.id);
    await changeJob(await acts(response), id, update);
    response.json(await readJob(await reader(response), id));
  });

  router.post('/:id/reassign', requireOwner, async (request, response) => {
    const { desk } = parseBody(reassignRequestSchema, request);
    const caller = callerOf(response);
    const id = documentIdOf('job', String(request.params['id']));
    await reassign(context, await workshops.of(caller.workshopId), caller, id, desk);
    response.json({ id, desk });
  });

  return router;
}
