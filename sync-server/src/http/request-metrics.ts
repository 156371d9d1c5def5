import type { Request, RequestHandler } from 'express';
import type { Metrics } from '../metrics.ts';

/** Few groups, never ids: each label value is a time series of its own. */
function groupOf(request: Request): string {
  const [, first = '', second = ''] = request.originalUrl.split(/[/?]/);
  if (first === 'sync') return 'sync';
  if (first !== 'api') return 'app';
  return ['auth', 'workshops', 'managers', 'client-errors'].includes(second) ? `api/${second}` : 'api';
}

export function requestMetrics(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = metrics.requestSeconds.startTimer({ group: groupOf(request), method: methodOf(request) });
    response.once('close', () => stop({ status: response.statusCode }));
    next();
  };
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);
const methodOf = (request: Request): string => (methods.has(request.method) ? request.method : 'other');
