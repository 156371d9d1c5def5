import { clientErrorRequestSchema } from '@revops/domain';
import type { DescribedRoute } from '../described-route.ts';

export const serverRoutes: readonly DescribedRoute[] = [
  { call: 'GET /api/health', who: 'anybody', answers: '{status}', note: 'it runs' },
  { call: 'GET /api/ready', who: 'anybody', answers: '{status}', note: 'the store answers' },
  { call: 'GET /metrics', who: 'anybody', answers: 'Prometheus’ text', note: 'numbers only' },
  {
    call: 'POST /api/client-errors',
    who: 'anybody',
    body: { clientErrorRequestSchema },
    status: 204,
    note: 'into the log, without what could name a person',
  },
  { call: 'GET /api/docs', who: 'anybody', answers: 'a page', note: 'this document, to be read' },
  { call: 'GET /api/docs/style.css', who: 'anybody', answers: 'a style sheet' },
  { call: 'GET /api/docs/openapi.json', who: 'anybody', answers: 'an OpenAPI 3.1 document' },
];
