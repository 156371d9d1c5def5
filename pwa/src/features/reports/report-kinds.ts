import { m } from '#src/words/compiled/messages.js';

export const reportKinds = ['day', 'payments', 'jobs', 'dues', 'hand_overs', 'people'] as const;
export type ReportKind = (typeof reportKinds)[number];
/** Those that are one long list. */
export type ListKind = Exclude<ReportKind, 'day'>;

const words: Readonly<Record<ReportKind, () => string>> = {
  day: () => m.reports_kind_day(),
  payments: () => m.reports_kind_payments(),
  jobs: () => m.reports_kind_jobs(),
  dues: () => m.reports_kind_dues(),
  hand_overs: () => m.reports_kind_hand_overs(),
  people: () => m.reports_kind_people(),
};

export const kindWord = (kind: ReportKind): string => words[kind]();
