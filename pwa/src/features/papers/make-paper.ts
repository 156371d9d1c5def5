import {
  billPaper,
  jobCardPaper,
  layOut,
  letteringOf,
  paperPayment,
  receiptPaper,
  type LaidPaper,
  type Lettering,
  type Paper,
} from '@revops/papers';
import { drawPdf } from '@revops/papers/pdf';
import type { PaperRequest } from './paper-request.ts';
import { paperFonts } from './paper-fonts.ts';
import { scriptPainter } from './script-painter.ts';

/** A paper that can be looked at, and the same as a file that is there before anybody taps Share. */
export interface MadePaper {
  readonly title: string;
  readonly laid: LaidPaper;
  readonly file: File;
}

/** Makes a paper on this phone; needs no signal once the fonts have come. */
export async function makePaper(request: PaperRequest, madeAt: string): Promise<MadePaper> {
  const lettering: Lettering = letteringOf(await paperFonts(), scriptPainter());
  const paper = paperOf(request, madeAt);
  const laid = layOut(paper, request.size, lettering);
  const file = new File([drawPdf(paper, laid, lettering)], paper.fileName, { type: 'application/pdf' });
  return { title: [paper.title, paper.number].filter(Boolean).join(' '), laid, file };
}

function paperOf(request: PaperRequest, madeAt: string): Paper {
  const { choice, workshop, job, plateKind, received } = request;
  const payments = request.payments.map(({ payment, followers, ...names }) =>
    paperPayment(payment, followers, names),
  );
  const source = { workshop, job, plateKind, received, payments, madeAt };
  const asked = payments.find(({ id }) => id === choice);
  if (asked !== undefined) return receiptPaper(source, asked);
  return choice === 'card' ? jobCardPaper(source) : billPaper(source);
}
