import { Router } from 'express';
import type { Context } from '../context.ts';

/** For the machines that watch the server. */
export function healthRoutes(context: Context): Router {
  const router = Router();

  router.get('/api/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/api/ready', async (_request, response) => {
    await context.stores.ping();
    response.json({ status: 'ready' });
  });

  router.get('/metrics', async (_request, response) => {
    response.type(context.metrics.registry.contentType).send(await context.metrics.registry.metrics());
  });

  return router;
}
