import { Router } from 'express';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { auditOfDocument } from '#src/sync/keeping/audit-of-document.ts';
import { pageQueryOf } from '#src/sync/keeping/page-of.ts';
import type { Context } from '../context.ts';

const usualPage = 200;

/** Who changed what and when, by document; owners only. */
export function auditRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context), requireOwner);

  router.get('/:docId', async (request, response) => {
    const { store } = await context.documentsOf(callerOf(response).workshopId);
    const { docId } = request.params;
    response.json(await auditOfDocument(store, docId, pageQueryOf(request.query, usualPage)));
  });

  return router;
}
