import { join } from 'node:path';
import express, { Router, type RequestHandler, type Response } from 'express';
import type { Config } from '#src/config/config.ts';

const week = 'public, max-age=604800';
const forever = 'public, max-age=31536000, immutable';

/** Names with a hash never change; everything else is asked for again, or an update would never arrive. */
function cacheHeaderOf(path: string): string {
  if (/[/\\]assets[/\\]/.test(path)) return forever;
  if (/\.(png|ico|svg|webp|woff2)$/.test(path)) return week;
  return 'no-cache';
}

/** The built app; every address that is no file is the app's own. */
export function webAppRoutes(config: Config): Router {
  const router = Router();
  const setHeaders = (response: Response, path: string): void => {
    response.set('Cache-Control', cacheHeaderOf(path));
  };
  router.use(sentWhole);
  router.use(express.static(config.webRoot, { setHeaders, index: 'index.html', redirect: false }));

  router.get('/{*path}', (request, response, next) => {
    const asksForPage = request.accepts(['html', 'json']) === 'html' && !/\.[a-z0-9]+$/i.test(request.path);
    if (!asksForPage || request.path.startsWith('/api/')) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache');
    response.sendFile(join(config.webRoot, 'index.html'), { cacheControl: false }, (error) => {
      if (!error || response.headersSent) return;
      response
        .status(503)
        .set('Retry-After', '10')
        .type('text')
        .send('The app is not built yet. Run: npm run build');
    });
  });
  return router;
}

/** Files of the app are small and only read: a condition or a range that cannot be met would be an error of its own. */
const sentWhole: RequestHandler = (request, _response, next) => {
  for (const name of ['if-match', 'if-unmodified-since', 'range']) delete request.headers[name];
  next();
};
