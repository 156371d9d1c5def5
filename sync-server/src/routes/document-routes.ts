import { Router, type Response } from 'express';
import { z } from 'zod';
import { billPaper, jobCardPaper, layOut, paperSizes, type Paper, type PaperSource } from '@revops/papers';
import { diskLettering } from '@revops/papers/node';
import { drawPdf } from '@revops/papers/pdf';
import type { Context } from '../context.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import { parseQuery } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { readPaperSource } from '#src/services/papers/read-paper-source.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import { createFacade } from './facade.ts';

const querySchema = z.strictObject({ size: z.enum(paperSizes).default('a4') });

/** Papers of a job as PDF, as the phone makes them too, for whoever may read the job. */
export function documentRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const facade = createFacade(context, workshops);
  const router = Router();
  router.use(limits.rest, requireCaller(context));

  const answers = (path: string, paperOf: (source: PaperSource) => Paper): void => {
    router.get(`${path}/:jobId`, async (request, response) => {
      const { size } = parseQuery(querySchema, request);
      const { documents } = await workshops.of(callerOf(response).workshopId);
      const reader = await facade.reader(response);
      const id = request.params['jobId'];
      const paper = paperOf(await readPaperSource(reader, documents, id, context.now()));
      const lettering = await diskLettering();
      send(response, paper.fileName, drawPdf(paper, layOut(paper, size, lettering), lettering));
    });
  };
  answers('/job-card', jobCardPaper);
  answers('/invoice', billPaper);

  return router;
}

function send(response: Response, fileName: string, pdf: ArrayBuffer): void {
  response.set({
    'Content-Type': 'application/pdf',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // Numbers and plates are letters, digits and dashes: nothing has to be quoted.
    'Content-Disposition': `attachment; filename="${fileName}"`,
  });
  response.end(Buffer.from(pdf));
}
