import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { billPaper } from '#src/model/bill-paper.ts';
import { jobCardPaper } from '#src/model/job-card-paper.ts';
import type { Paper } from '#src/model/paper.ts';
import type { PaperSource } from '#src/model/paper-source.ts';
import { receiptPaper } from '#src/model/receipt-paper.ts';
import { diskLettering } from '#src/node.ts';
import { arbitrarySource } from '#src/testing/arbitrary-source.ts';
import { layOut } from './lay-out.ts';
import type { LaidPaper, Mark, TextMark } from './marks.ts';
import { looks, paperSizes } from './paper-size.ts';

const lettering = await diskLettering();
const papersOf = (source: PaperSource): Paper[] => [
  billPaper(source),
  jobCardPaper(source),
  ...source.payments.slice(0, 1).map((payment) => receiptPaper(source, payment)),
];
const textsOn = (marks: readonly Mark[]): TextMark[] =>
  marks.filter((mark): mark is TextMark => mark.kind === 'text');

/** What a text covers for certain: from the top of its capitals to the line that it stands on. */
const covers = ({ x, y, width, size }: TextMark) => ({
  left: x,
  right: x + width,
  top: y - 0.7 * size,
  bottom: y,
});

function overlapping(marks: readonly Mark[]): string[] {
  const boxes = textsOn(marks).map((mark) => ({ mark, ...covers(mark) }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.mark.text} / ${b.mark.text}`),
  );
}

function outside({ width, height, pages }: LaidPaper, margin: number): string[] {
  return pages.flatMap((marks) =>
    textsOn(marks)
      .filter((mark) => {
        const { left, right, top, bottom } = covers(mark);
        const fits = left >= margin - 0.01 && right <= width - margin + 0.01;
        return !(fits && top >= margin - 0.01 && bottom <= height - margin + 0.01);
      })
      .map((mark) => mark.text),
  );
}

it('puts everything inside the margins of its page and nothing over anything else, in every size', () => {
  fc.assert(
    fc.property(arbitrarySource, fc.constantFrom(...paperSizes), (source, size) => {
      for (const paper of papersOf(source)) {
        const laid = layOut(paper, size, lettering);
        expect(outside(laid, looks[size].margin)).toEqual([]);
        for (const marks of laid.pages) expect(overlapping(marks)).toEqual([]);
        expect(laid.pages.length === 1 || size.startsWith('a')).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it('prints every figure whole', () => {
  fc.assert(
    fc.property(arbitrarySource, fc.constantFrom(...paperSizes), (source, size) => {
      for (const paper of papersOf(source)) {
        const said = layOut(paper, size, lettering).pages.flatMap((marks) =>
          textsOn(marks).map((mark) => mark.text),
        );
        const { ledger, payments, headline } = paper;
        const lines = [...(ledger?.lines ?? []), ledger?.total, headline, ...payments];
        const amounts = lines.flatMap((line) => (line === undefined ? [] : [line.amount]));
        expect(said).toEqual(expect.arrayContaining(amounts));
      }
    }),
    { numRuns: 60 },
  );
});
