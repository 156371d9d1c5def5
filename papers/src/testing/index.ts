export { readPdf, type ReadPage, type ReadPdf, type ReadText } from './read-pdf.ts';
export { sampleJob, samplePayment, sampleSource } from './sample-source.ts';
