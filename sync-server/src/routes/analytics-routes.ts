import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Response } from 'express';
import { dashboardQuerySchema, type Dashboard } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseQuery } from '#src/http/parse-body.ts';
import { requestIdOf } from '#src/http/request-id.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { exportWorkbook } from '#src/services/analytics/export/export-workbook.ts';
import type { FiguresOfWorkshops } from '#src/services/analytics/figures-of-workshops.ts';
import { readDashboard } from '#src/services/analytics/read-dashboard.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a workshop comes to, on one screen and as a workbook; owners only. */
export function analyticsRoutes(context: Context, limits: RateLimits, kept: FiguresOfWorkshops): Router {
  const router = Router();
  router.use(limits.rest, requireCaller(context), requireOwner);
  const now = (): string => new Date(context.now()).toISOString();

  router.get('/dashboard', async (request, response) => {
    const period = parseQuery(dashboardQuerySchema, request);
    const documents = await context.documentsOf(callerOf(response).workshopId);
    response.json((await readDashboard(documents, kept, now(), period)) satisfies Dashboard);
  });

  router.get('/export', async (_request, response) => {
    const documents = await context.documentsOf(callerOf(response).workshopId);
    const at = now();
    const bytes = await exportWorkbook(documents, kept, at);
    response.set({
      'Content-Type': excel,
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename="revops-${at.slice(0, 10)}.xlsx"`,
    });
    await send(context, response, bytes);
  });

  return router;
}

/** Whoever closes the connection ends the reading; where reading fails the connection ends, so that nobody takes half for all. */
async function send({ logger }: Context, response: Response, bytes: Readable): Promise<void> {
  await pipeline(bytes, response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    logger.error({ requestId: requestIdOf(response), err: error }, 'export broke off');
  });
}
