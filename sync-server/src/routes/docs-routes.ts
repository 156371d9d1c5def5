import { Router } from 'express';
import type { Config } from '#src/config/config.ts';
import { docsPage } from '#src/openapi/docs-page.ts';
import { docsStyle } from '#src/openapi/docs-style.ts';
import { openApiDocument } from '#src/openapi/openapi-document.ts';

/** What this server answers, for people and for programs. Made when it is asked for first, because few ever ask. */
export function docsRoutes({ publicUrl }: Config): Router {
  const router = Router();
  const page = once(docsPage);
  const document = once(() => openApiDocument(publicUrl));

  router.get('/', (_request, response) => {
    response.type('html').send(page());
  });
  router.get('/style.css', (_request, response) => {
    response.type('css').send(docsStyle);
  });
  router.get('/openapi.json', (_request, response) => {
    response.json(document());
  });
  return router;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
