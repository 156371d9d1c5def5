export { drawPdf } from './draw-pdf.ts';
