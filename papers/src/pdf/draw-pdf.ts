import { md5 } from '@revops/domain';
import { jsPDF } from 'jspdf';
import type { BoxMark, LaidPaper, LineMark, Mark, Stroke, TextMark } from '#src/layout/marks.ts';
import type { Lettering, Weight } from '#src/lettering/lettering.ts';
import type { Paper } from '#src/model/paper.ts';
import { onWhite } from './on-white.ts';

const weights: readonly Weight[] = ['regular', 'semibold', 'plate'];

/** The laid-out paper as a PDF: text that can be searched and copied, with only the letters used embedded. */
export function drawPdf(
  paper: Paper,
  { width, height, pages }: LaidPaper,
  lettering: Lettering,
): ArrayBuffer {
  const format = [width, height];
  const orientation = width > height ? 'landscape' : 'portrait';
  const doc = new jsPDF({ unit: 'pt', format, orientation, compress: true, putOnlyUsedFonts: true });
  for (const weight of weights) {
    doc.addFileToVFS(`${weight}.ttf`, binaryText(lettering.files[weight]));
    doc.addFont(`${weight}.ttf`, weight, 'normal');
  }
  describe(doc, paper);
  for (const [index, marks] of pages.entries()) {
    if (index > 0) doc.addPage(format, orientation);
    for (const mark of marks) draw(doc, mark, lettering);
  }
  return doc.output('arraybuffer');
}

/** The same paper made twice is the same file. */
function describe(doc: jsPDF, paper: Paper): void {
  const title = [paper.title, paper.number].filter(Boolean).join(' ');
  doc.setProperties({ title, subject: paper.plate.text, author: paper.workshop.name, creator: 'RevOps' });
  doc.setCreationDate(new Date(paper.madeAt));
  doc.setFileId(md5(`${title} ${paper.fileName} ${paper.madeAt}`).toUpperCase());
  doc.setLanguage('en');
  // The name of the paper in the title bar, not that of a downloaded file.
  doc.viewerPreferences({ DisplayDocTitle: true });
}

function draw(doc: jsPDF, mark: Mark, lettering: Lettering): void {
  switch (mark.kind) {
    case 'text':
      return drawText(doc, mark, lettering);
    case 'line':
      return drawLine(doc, mark);
    case 'box':
      return drawBox(doc, mark);
  }
}

function drawText(doc: jsPDF, mark: TextMark, { painter }: Lettering): void {
  const { text, x, y, size, weight, color } = mark;
  if (mark.painted && painter !== undefined) {
    const { data, pixelWidth, pixelHeight, width, height, baseline } = painter.paint(text, {
      weight,
      size,
      color,
    });
    doc.addImage(
      { data: onWhite(data), width: pixelWidth, height: pixelHeight },
      'RGBA',
      x,
      y - baseline,
      width,
      height,
      undefined,
      'FAST',
    );
    return;
  }
  doc.setFont(weight, 'normal');
  doc.setFontSize(size);
  doc.setTextColor(color);
  doc.text(text, x, y);
}

function drawLine(doc: jsPDF, { from, to, stroke }: LineMark): void {
  useStroke(doc, stroke);
  doc.line(from.x, from.y, to.x, to.y);
}

function drawBox(doc: jsPDF, { x, y, width, height, radius, fill, stroke }: BoxMark): void {
  if (fill !== undefined) doc.setFillColor(fill);
  if (stroke !== undefined) useStroke(doc, stroke);
  const style = fill === undefined ? 'S' : stroke === undefined ? 'F' : 'FD';
  doc.roundedRect(x, y, width, height, radius, radius, style);
}

function useStroke(doc: jsPDF, { width, color, dash }: Stroke): void {
  doc.setLineWidth(width);
  doc.setDrawColor(color);
  doc.setLineDashPattern([...(dash ?? [])], 0);
}

/** As jsPDF takes fonts: a character for each byte. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
