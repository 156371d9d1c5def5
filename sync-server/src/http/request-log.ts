import type { RequestHandler } from 'express';
import type { Logger } from '../logger.ts';
import { requestIdOf } from './request-id.ts';

/** One line per answer. The path without its query: queries can carry what a person typed. */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const line = {
        requestId: requestIdOf(response),
        method: request.method,
        path: request.originalUrl.split('?', 1)[0],
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
      };
      // Whoever turns many away at once counts them instead.
      const isQuiet = response.locals['quiet'] === true;
      if (response.statusCode >= 500 && !isQuiet) logger.warn(line, 'answered');
      else logger.debug(line, 'answered');
    });
    next();
  };
}
