export { layOut } from './layout/lay-out.ts';
export type { BoxMark, LaidPaper, LineMark, Mark, Place, Stroke, TextMark } from './layout/marks.ts';
export { paperSizes, type PaperSize } from './layout/paper-size.ts';
export {
  letteringOf,
  type FontFiles,
  type LetterLook,
  type LetterPicture,
  type Lettering,
  type ScriptPainter,
  type Weight,
} from './lettering/lettering.ts';
export { billPaper } from './model/bill-paper.ts';
export { jobCardPaper } from './model/job-card-paper.ts';
export { paperPayment, type PaymentNames } from './model/paper-payment.ts';
export type { Paper, PaperKind } from './model/paper.ts';
export type { PaperPayment, PaperSource } from './model/paper-source.ts';
export { receiptPaper } from './model/receipt-paper.ts';
