import { CONTRACT_VERSION } from '@revops/domain';
import { describedRoutes } from './described-routes.ts';
import { operationOf, pathNames } from './operation-of.ts';
import { SchemaBook, type Json } from './schemas-of.ts';

/** As OpenAPI has it: `/api/jobs/{id}`. */
const addressOf = (path: string): string =>
  pathNames(path).reduce((address, name) => address.replace(`:${name}`, `{${name}}`), path);

/** Everything that this server answers, as one OpenAPI document made of the schemas that check it. */
export function openApiDocument(publicUrl: string): Json {
  const book = new SchemaBook();
  const paths: Record<string, Record<string, Json>> = {};
  for (const [tag, routes] of Object.entries(describedRoutes))
    for (const route of routes) {
      const [method = '', path = ''] = route.call.split(' ');
      const address = addressOf(path);
      paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(book, tag, route) };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'RevOps',
      version: String(CONTRACT_VERSION),
      description:
        'Amounts are integers in minor units, times ISO 8601 in UTC. Lists are newest first and continue with "after". ' +
        'A POST that carries the header Idempotency-Key makes one document however often it is sent.',
    },
    servers: [{ url: publicUrl }],
    tags: Object.keys(describedRoutes).map((name) => ({ name })),
    paths,
    components: {
      schemas: book.all,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
