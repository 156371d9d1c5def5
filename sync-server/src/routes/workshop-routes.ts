import { Router } from 'express';
import { inviteRequestSchema, workshopUpdateSchema } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { createInvite, listInvites, revokeInvite } from '#src/services/invites.ts';
import { changeWorkshop, readWorkshop } from '#src/services/workshop-settings.ts';

/** The caller's workshop and its invite codes; owners only. */
export function workshopRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context), requireOwner);

  router.get('/mine', async (_request, response) => {
    response.json(await readWorkshop(context, callerOf(response).workshopId));
  });

  router.put('/mine', async (request, response) => {
    const update = parseBody(workshopUpdateSchema, request);
    response.json(await changeWorkshop(context, callerOf(response).workshopId, update));
  });

  router.post('/mine/invites', async (request, response) => {
    const { workshopId, userId } = callerOf(response);
    const settings = parseBody(inviteRequestSchema, request);
    response.status(201).json(await createInvite(context, workshopId, userId, settings));
  });

  router.get('/mine/invites', async (_request, response) => {
    response.json({ items: await listInvites(context, callerOf(response).workshopId) });
  });

  router.delete('/mine/invites/:code', async (request, response) => {
    await revokeInvite(context, callerOf(response).workshopId, request.params.code);
    response.status(204).end();
  });

  return router;
}
