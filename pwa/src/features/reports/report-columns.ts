import {
  balanceOf,
  billedOf,
  countedAt,
  formatPlate,
  signedAmount,
  type HandOverRow,
  type JobRow,
  type PaymentRow,
  type PersonRow,
} from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';
import { paymentWord } from '#src/words/method-words.ts';
import { statusWord } from '#src/words/status-words.ts';
import { stateWord } from './state-word.ts';

/** A column on screen; the workbook's own columns are many more. */
export type ScreenColumn<R> = {
  readonly key: string;
  readonly label: string;
  /** In rem, at least. */
  readonly width: number;
} & (
  | { readonly kind: 'text' | 'instant'; readonly of: (row: R) => string | undefined }
  | { readonly kind: 'money' | 'count'; readonly of: (row: R) => number | undefined }
);

// A moment, a name, a word, a sum up to crores; together they have room at a desk of 1440 pixels.
const [instant, text, narrow, amount] = [10, 9.5, 7.75, 8];

export const paymentScreenColumns = (): readonly ScreenColumn<PaymentRow>[] => [
  {
    key: 'when',
    label: m.reports_col_when(),
    width: instant,
    kind: 'instant',
    of: ({ payment }) => countedAt(payment),
  },
  {
    key: 'job',
    label: m.reports_col_number(),
    width: 5.25,
    kind: 'text',
    of: ({ jobNumber }) => jobNumber,
  },
  {
    key: 'by',
    label: m.reports_col_collector(),
    width: text,
    kind: 'text',
    of: ({ collector }) => collector,
  },
  {
    key: 'method',
    label: m.reports_col_method(),
    width: narrow,
    kind: 'text',
    of: ({ payment }) => paymentWord(payment),
  },
  {
    key: 'state',
    label: m.reports_col_state(),
    width: narrow,
    kind: 'text',
    of: ({ state }) => stateWord(state),
  },
  { key: 'utr', label: m.reports_col_utr(), width: text, kind: 'text', of: ({ utr }) => utr },
  {
    key: 'amount',
    label: m.reports_col_amount(),
    width: amount,
    kind: 'money',
    of: ({ payment }) => signedAmount(payment),
  },
];

const jobCard = (): readonly ScreenColumn<JobRow>[] => [
  { key: 'number', label: m.reports_col_number(), width: 5.25, kind: 'text', of: ({ job }) => job.number },
  {
    key: 'car',
    label: m.reports_col_car(),
    width: 8.25,
    kind: 'text',
    of: ({ job }) => formatPlate(job.vehicleNumber),
  },
  {
    key: 'customer',
    label: m.reports_col_customer(),
    width: text,
    kind: 'text',
    of: ({ job }) => job.customerName ?? job.phone,
  },
  { key: 'desk', label: m.reports_col_desk(), width: text, kind: 'text', of: ({ deskName }) => deskName },
];

const jobMoney = (): readonly ScreenColumn<JobRow>[] => [
  {
    key: 'billed',
    label: m.reports_col_billed(),
    width: amount,
    kind: 'money',
    of: ({ job }) => billedOf(job),
  },
  {
    key: 'received',
    label: m.reports_col_received(),
    width: amount,
    kind: 'money',
    of: ({ received }) => received.waiting + received.confirmed,
  },
  {
    key: 'balance',
    label: m.reports_col_balance(),
    width: amount,
    kind: 'money',
    of: ({ job, received }) => balanceOf(job, received),
  },
];

export const jobScreenColumns = (): readonly ScreenColumn<JobRow>[] => [
  {
    key: 'opened',
    label: m.reports_col_opened(),
    width: instant,
    kind: 'instant',
    of: ({ job }) => job.at ?? job.createdAt,
  },
  ...jobCard(),
  {
    key: 'status',
    label: m.reports_col_status(),
    width: narrow,
    kind: 'text',
    of: ({ job }) => statusWord(job.status.value),
  },
  ...jobMoney(),
];

export const dueScreenColumns = (): readonly ScreenColumn<JobRow>[] => [
  {
    key: 'completed',
    label: m.reports_col_completed(),
    width: instant,
    kind: 'instant',
    of: ({ job }) => job.status.completedAt,
  },
  ...jobCard(),
  ...jobMoney(),
];

export const handOverScreenColumns = (): readonly ScreenColumn<HandOverRow>[] => [
  {
    key: 'when',
    label: m.reports_col_when(),
    width: instant,
    kind: 'instant',
    of: ({ handOver }) => handOver.at ?? handOver.createdAt,
  },
  { key: 'from', label: m.reports_col_from(), width: text, kind: 'text', of: ({ from }) => from },
  { key: 'to', label: m.reports_col_to(), width: text, kind: 'text', of: ({ to }) => to },
  {
    key: 'state',
    label: m.reports_col_state(),
    width: narrow,
    kind: 'text',
    of: ({ state }) => stateWord(state),
  },
  {
    key: 'amount',
    label: m.reports_col_amount(),
    width: amount,
    kind: 'money',
    of: ({ handOver }) => handOver.amount,
  },
];

export const personScreenColumns = (): readonly ScreenColumn<PersonRow>[] => [
  { key: 'name', label: m.reports_col_name(), width: text, kind: 'text', of: ({ name }) => name },
  { key: 'jobs', label: m.reports_col_jobs(), width: 5, kind: 'count', of: ({ jobs }) => jobs },
  {
    key: 'revenue',
    label: m.reports_col_revenue(),
    width: amount,
    kind: 'money',
    of: ({ revenue }) => revenue,
  },
  {
    key: 'received',
    label: m.reports_col_collected(),
    width: amount,
    kind: 'money',
    of: ({ received }) => received,
  },
  {
    key: 'cash',
    label: m.reports_col_cash(),
    width: amount,
    kind: 'money',
    of: ({ cashInHand }) => cashInHand,
  },
];
