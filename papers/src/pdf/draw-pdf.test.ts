import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { money } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { layOut } from '#src/layout/lay-out.ts';
import type { PaperSize } from '#src/layout/paper-size.ts';
import type { Lettering } from '#src/lettering/lettering.ts';
import { billPaper } from '#src/model/bill-paper.ts';
import { jobCardPaper } from '#src/model/job-card-paper.ts';
import type { Paper } from '#src/model/paper.ts';
import { receiptPaper } from '#src/model/receipt-paper.ts';
import { diskLettering } from '#src/node.ts';
import { readPdf, type ReadText } from '#src/testing/read-pdf.ts';
import { sampleJob, samplePayment, sampleSource } from '#src/testing/sample-source.ts';
import { drawPdf } from './draw-pdf.ts';

const lettering = await diskLettering();
const pdfOf = (paper: Paper, size: PaperSize, letters: Lettering = lettering): ArrayBuffer =>
  drawPdf(paper, layOut(paper, size, letters), letters);
const sizes = ['a4', 'a5', 'roll80', 'roll58'] as const;

/** Twenty lines of work, fourteen payments and the largest amounts there are, for people with long names. */
const largest = sampleSource({
  job: sampleJob({
    customerName: 'Thiruvananthapuram Venkatasubramanian Krishnamoorthy Iyer and Sons Private Limited',
    workDescription: Array.from({ length: 20 }, (_, index) => `Line ${index + 1} of the work`).join('\n'),
    billedAmount: money(99_99_99_999_00),
  }),
  received: { waiting: 12_34_56_789_50, confirmed: 23_45_67_890_00, waived: 0 },
  payments: Array.from({ length: 14 }, (_, index) =>
    samplePayment({ id: `payment:${index}`, number: `A1 · ${101 + index}`, amount: 98_76_54_321_00 + index }),
  ),
});

const billWords =
  `Verma Motors; GSTIN 27ABCDE1234F1Z5; Pune 411005; +91 20255 12345; MH 12 AB 1234; Honda City
45,210 km; Raj Kumar; +91 98765 43210; Engine oil change; Front brake pads; Wheel alignment
₹5,000.00; −₹1,000.00; −₹2,000.00; ₹2,000.00; ₹1,000.00
A1 · 6; A1 · 7; Confirmed; Waiting for the owner; Not a tax invoice.`.split(/; |\n/);

describe.each(sizes)('a PDF of size %s, read back', (size) => {
  it('has every figure and word of a bill', async () => {
    const { text, title, pages } = await readPdf(pdfOf(billPaper(sampleSource()), size));
    expect(title).toBe('Bill A1-0042');
    expect(pages).toHaveLength(1);
    for (const said of billWords) expect(text.split('\n')).toContain(said);
    expect(text.replaceAll('\n', ' ')).toContain('Five thousand rupees only');
  });

  it('has the amount of a receipt in figures and words', async () => {
    const { text } = await readPdf(
      pdfOf(receiptPaper(sampleSource(), samplePayment({ amount: 12_34_567_50 })), size),
    );
    expect(text.split('\n')).toContain('₹12,34,567.50');
    expect(text.replaceAll('\n', ' ')).toContain(
      'Twelve lakh thirty-four thousand five hundred and sixty-seven rupees and fifty paise only',
    );
    expect(text).toContain('A1 · 7');
  });

  it('goes on to as many pages as it takes and loses no line and no figure', async () => {
    const { text, pages } = await readPdf(pdfOf(billPaper(largest), size));
    const said = text.split('\n');
    for (let line = 1; line <= 20; line += 1) expect(said).toContain(`Line ${line} of the work`);
    for (let index = 0; index < 14; index += 1) {
      expect(said).toContain(`A1 · ${101 + index}`);
      expect(said).toContain(`₹98,76,54,321.${String(index).padStart(2, '0')}`);
    }
    expect(said).toContain('₹99,99,99,999.00');
    expect(said).toContain('₹64,19,75,319.50');
    expect(pages.length > 1).toBe(size.startsWith('a'));
    for (const page of pages.slice(1)) expect(page.texts[0]?.text).toBe('Bill A1-0042');
    const counted = pages.map((_page, index) => `Page ${index + 1} of ${pages.length}`);
    expect(said.filter((one) => one.startsWith('Page '))).toEqual(pages.length > 1 ? counted : []);
  });

  it('stays inside its paper', async () => {
    for (const paper of [billPaper(largest), jobCardPaper(largest), receiptPaper(largest, samplePayment())]) {
      const { pages } = await readPdf(pdfOf(paper, size));
      for (const { width, height, texts } of pages) {
        const isOutside = ({ x, y, width: length }: ReadText): boolean =>
          x < 10 || y < 10 || x + length > width - 10 || y > height - 10;
        expect(texts.filter(isOutside)).toEqual([]);
      }
    }
  });
});

it('is a sheet of A4 or A5, or as wide as the roll', async () => {
  const mm = (points: number | undefined): number => Math.round(((points ?? 0) * 25.4) / 72);
  const measured = await Promise.all(
    sizes.map(async (size) => (await readPdf(pdfOf(billPaper(sampleSource()), size))).pages[0]),
  );
  expect(measured.map((page) => mm(page?.width))).toEqual([210, 148, 80, 58]);
  expect(measured.slice(0, 2).map((page) => mm(page?.height))).toEqual([297, 210]);
});

it('is the same file however often it is made, and small enough for a bad connection', () => {
  const paper = billPaper(sampleSource());
  expect(Buffer.from(pdfOf(paper, 'a4'))).toEqual(Buffer.from(pdfOf(paper, 'a4')));
  expect(pdfOf(billPaper(largest), 'a4').byteLength).toBeLessThan(40 * 1024);
});

describe('a name in a script that the fonts lack', () => {
  const job = sampleJob({ customerName: 'राज कुमार (Raj)', address: 'மதுரை' });
  const paper = billPaper(sampleSource({ job }));

  it('leaves its Latin part, never a box', async () => {
    const { text } = await readPdf(pdfOf(paper, 'a4'));
    expect(text.split('\n')).toContain('(Raj)');
    expect(text).not.toMatch(/[\u0900-\u0dff\ufffd]/u);
  });

  it('is drawn as a picture where somebody can shape it', async () => {
    const painter = {
      width: (text: string) => text.length * 0.5,
      paint: () => ({
        data: new Uint8ClampedArray(4 * 4 * 2).fill(255),
        pixelWidth: 4,
        pixelHeight: 2,
        width: 40,
        height: 12,
        baseline: 9,
      }),
    };
    const { pages, text } = await readPdf(pdfOf(paper, 'a4', { ...lettering, painter }));
    expect(pages[0]?.images).toBe(2);
    expect(text).not.toContain('(Raj)');
  });
});

it('says the same to pdftotext, each paper in each size', () => {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) {
    process.stdout.write('pdftotext is not installed: reading papers back with it is skipped\n');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  try {
    const papers = [billPaper(largest), jobCardPaper(largest), receiptPaper(largest, samplePayment())];
    for (const size of sizes)
      for (const paper of papers) {
        const file = join(folder, paper.fileName);
        writeFileSync(file, Buffer.from(pdfOf(paper, size)));
        const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
        for (const said of ['₹99,99,99,999.00', '−₹12,34,56,789.50', '₹64,19,75,319.50'])
          expect(text).toContain(said);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
