import compression from 'compression';
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { StandbyState } from './backup/standby/standby-watch.ts';
import type { Context } from './context.ts';
import { AppError } from './errors/app-error.ts';
import { contractVersion } from './http/contract-version.ts';
import { cors } from './http/cors.ts';
import { errorHandler } from './http/error-handler.ts';
import { hangUp } from './http/hang-up.ts';
import { jsonBody } from './http/json-body.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { requestId } from './http/request-id.ts';
import { requestLog } from './http/request-log.ts';
import { requestMetrics } from './http/request-metrics.ts';
import { securityHeaders } from './http/security-headers.ts';
import { analyticsRoutes } from './routes/analytics-routes.ts';
import { backupRoutes } from './routes/backup-routes.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { authRoutes } from './routes/auth-routes.ts';
import { clientErrorRoutes } from './routes/client-error-routes.ts';
import { closeRoutes } from './routes/close-routes.ts';
import { dataRoutes } from './routes/data-routes.ts';
import { depositRoutes } from './routes/deposit-routes.ts';
import { deviceRoutes } from './routes/device-routes.ts';
import { docsRoutes } from './routes/docs-routes.ts';
import { documentRoutes } from './routes/document-routes.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { healthRoutes } from './routes/health-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { managerRoutes } from './routes/manager-routes.ts';
import { erasureRoutes } from './routes/erasure-routes.ts';
import { paymentRoutes } from './routes/payment-routes.ts';
import { quarantineRoutes } from './routes/quarantine-routes.ts';
import { recoveryRoutes } from './routes/recovery-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { settlementRoutes } from './routes/settlement-routes.ts';
import { syncRoutes } from './routes/sync-routes.ts';
import { waiverRoutes } from './routes/waiver-routes.ts';
import { webAppRoutes } from './routes/web-app-routes.ts';
import { workshopRoutes } from './routes/workshop-routes.ts';
import { FiguresOfWorkshops } from './services/analytics/figures-of-workshops.ts';
import type { Workshops } from './sync/workshops.ts';

/** What people type; files and what phones hand over have limits of their own. */
const maxBodyBytes = 100 * 1024;

export interface AppParts {
  /** The gateway, mounted at `/sync` before the heavy middleware: a waiting poll must cost next to nothing. */
  readonly syncRouter?: Router;
  /** The gateway's workshops: what people write by REST goes the same way in. */
  readonly workshops?: Workshops;
  /** How far the second CouchDB is, where there is one. */
  readonly standby?: () => StandbyState | undefined;
}

/** Log, metrics, limits and compression each listen once for the end of an answer; Node takes more than ten for a leak. */
const manyListeners: RequestHandler = (_request, response, next) => {
  response.setMaxListeners(30);
  next();
};

export function createApp(context: Context, parts: AppParts = {}): Express {
  const { config } = context;
  const limits = createRateLimits(config.limits);
  const figures = new FiguresOfWorkshops(context.now);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(
    manyListeners,
    hangUp,
    requestId,
    requestLog(context.logger),
    requestMetrics(context.metrics),
    cors(config.corsOrigins),
    contractVersion(),
  );
  if (parts.syncRouter) app.use('/sync', parts.syncRouter);
  app.use(securityHeaders(config.publicUrl), compression());
  app.use(healthRoutes(context, parts.standby));
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  // Before the parser: bytes of files are streamed, whatever they say they are.
  app.use('/api/files', fileRoutes(context, limits));
  // With a parser of its own: a phone hands over all that it holds.
  if (parts.workshops) app.use('/api/quarantine', quarantineRoutes(context, limits, parts.workshops));
  if (parts.workshops) app.use('/api/recovery', recoveryRoutes(context, limits, parts.workshops));
  if (parts.workshops) app.use('/api/sync', syncRoutes(context, limits, parts.workshops));
  app.use('/api', jsonBody(maxBodyBytes, { onlyDeclared: true }));
  app.use('/api/auth/sessions', sessionRoutes(context, limits));
  app.use('/api/auth', authRoutes(context, limits));
  app.use('/api/workshops', workshopRoutes(context, limits));
  app.use('/api/managers', managerRoutes(context, limits));
  if (parts.workshops) {
    app.use('/api/jobs', jobRoutes(context, limits, parts.workshops));
    app.use('/api/payments', paymentRoutes(context, limits, parts.workshops));
    app.use('/api/settlements', settlementRoutes(context, limits, parts.workshops));
    app.use('/api/waivers', waiverRoutes(context, limits, parts.workshops));
    app.use('/api/deposits', depositRoutes(context, limits, parts.workshops));
    app.use('/api/closes', closeRoutes(context, limits, parts.workshops, figures));
    app.use('/api/data', dataRoutes(context, limits, parts.workshops));
    app.use('/api/documents', documentRoutes(context, limits, parts.workshops));
  }
  app.use('/api/analytics', analyticsRoutes(context, limits, figures));
  app.use('/api/devices', deviceRoutes(context, limits));
  if (parts.workshops) app.use('/api/erasures', erasureRoutes(context, limits, parts.workshops));
  app.use('/api/backups', backupRoutes(context, limits));
  app.use('/api/audit', auditRoutes(context, limits));
  app.use('/api/docs', docsRoutes(config));
  app.use('/api/client-errors', clientErrorRoutes(context, limits));
  app.use(webAppRoutes(config));
  app.use(() => {
    throw new AppError('not_found');
  });
  app.use(errorHandler(context.logger, context.metrics));
  return app;
}
