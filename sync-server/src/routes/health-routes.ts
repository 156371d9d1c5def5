import { Router } from 'express';
import type { StandbyState } from '#src/backup/standby/standby-watch.ts';
import type { Context } from '../context.ts';

/** For the machines that watch the server. */
export function healthRoutes(context: Context, standby?: () => StandbyState | undefined): Router {
  const router = Router();

  router.get('/api/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/api/ready', async (_request, response) => {
    await context.stores.ping();
    // A standby that lags is no reason to send nobody here.
    response.json({ status: 'ready', ...(standby && { standby: toldOf(standby()) }) });
  });

  router.get('/metrics', async (_request, response) => {
    response.type(context.metrics.registry.contentType).send(await context.metrics.registry.metrics());
  });

  return router;
}

/** Anybody may ask: which database of whom, and the address of the standby, are in the log alone. */
const toldOf = (state: StandbyState | undefined) =>
  state === undefined ? 'not looked at yet' : { ...state, failing: state.failing.length };
