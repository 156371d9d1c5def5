import { changedFields, merge, paymentMethodSchema, typeNamed, type AnyDocument } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';
import { titleOf } from '#src/words/document-title.ts';
import { eventLine } from '#src/words/event-line.ts';
import { fieldWord } from '#src/words/field-words.ts';
import { paymentWord } from '#src/words/method-words.ts';
import { valueWord, type ValueHabits } from '#src/words/value-words.ts';

/** One thing that an entry says. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** What stands there now; empty for nothing. */
  readonly before?: string;
}

/** What an entry says, and whether letting it in would change anything. */
export interface RefusedFacts {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** A change of something that is here already, as opposed to a new entry. */
  readonly isChange: boolean;
}

const told: Readonly<Record<string, readonly string[]>> = {
  job: [
    'customerName',
    'phone',
    'carModel',
    'workDescription',
    'estimatedAmount',
    'billedAmount',
    'promisedAt',
    'workerAssigned',
    'status',
  ],
  payment: ['receivedAt', 'note'],
  paymentProof: ['utr'],
  paymentCancellation: ['reason'],
  paymentDecision: ['verdict', 'reason'],
  settlement: ['from', 'to', 'note'],
  settlementDecision: ['verdict', 'reason'],
  waiver: ['reason'],
  waiverDecision: ['verdict', 'reason'],
  settlementReceipt: ['from', 'to'],
  deposit: ['person', 'note'],
  depositDecision: ['verdict', 'reason'],
  dayClose: ['person', 'day', 'expected', 'counted', 'reason'],
  review: ['note'],
  customer: ['name', 'phone', 'address'],
  vehicle: ['plate', 'model'],
};

const labels: Readonly<Record<string, () => string>> = {
  receivedAt: () => m.quarantine_fact_taken(),
  note: () => m.quarantine_fact_note(),
  utr: () => m.quarantine_fact_utr(),
  reason: () => m.quarantine_fact_reason(),
  verdict: () => m.quarantine_fact_verdict(),
  person: () => m.quarantine_fact_person(),
  day: () => m.quarantine_fact_day(),
  expected: () => m.quarantine_fact_expected(),
  counted: () => m.quarantine_fact_counted(),
  from: () => m.quarantine_fact_from(),
  to: () => m.quarantine_fact_to(),
};

const verdicts: Readonly<Record<string, () => string>> = {
  confirmed: () => m.quarantine_verdict_confirmed(),
  rejected: () => m.quarantine_verdict_rejected(),
  withdrawn: () => m.quarantine_verdict_withdrawn(),
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20) : '');
const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
const labelOf = (field: string): string => capitalised(labels[field]?.() ?? fieldWord(field));

function wordOf(field: string, value: unknown, habits: ValueHabits): string {
  if (field === 'verdict' && typeof value === 'string') return verdicts[value]?.() ?? m.work_unreadable();
  return valueWord(field, value, habits);
}

/** What the documents would be joined; a body that no merge can read changes nothing that could be named. */
function joined(current: AnyDocument, body: AnyDocument): AnyDocument {
  try {
    return merge([current, body]);
  } catch {
    return current;
  }
}

function changes(current: AnyDocument, body: AnyDocument, habits: ValueHabits): Fact[] {
  const after = joined(current, body);
  return changedFields(current, after).map((field) => ({
    key: field,
    label: labelOf(field),
    before: wordOf(field, current[field], habits),
    value: wordOf(field, after[field], habits),
  }));
}

function says(body: AnyDocument, habits: ValueHabits): Fact[] {
  return (told[body.type] ?? [])
    .map((field) => ({ key: field, label: labelOf(field), value: wordOf(field, body[field], habits) }))
    .filter(({ value }) => value !== '');
}

function eventFacts(body: AnyDocument, { formats, personName }: ValueHabits): Fact[] {
  const value = eventLine(body, formats, personName);
  return value === undefined ? [] : [{ key: 'event', label: m.quarantine_fact_line(), value }];
}

function titleWord(body: AnyDocument, isChange: boolean, { formats }: ValueHabits): string {
  if (body.type === 'job')
    return isChange
      ? m.quarantine_job_change({ number: textOf(body['number']) })
      : m.quarantine_job_new({ number: textOf(body['number']) });
  if (body.type === 'jobEvent') return m.quarantine_event();
  if (body.type !== 'payment') return titleOf(body, formats);
  const method = paymentMethodSchema.safeParse(body['method']);
  const kind = body['kind'] === 'refund' ? 'refund' : 'partial';
  return method.success
    ? m.quarantine_payment({ method: paymentWord({ method: method.data, kind }) })
    : titleOf(body, formats);
}

/** A body without what only the exchange adds to it: `_rev`, `_revisions` and their like are nothing that anybody wrote. */
const written = (body: AnyDocument): AnyDocument =>
  Object.fromEntries(
    Object.entries(body).filter(([field]) => field === '_id' || !field.startsWith('_')),
  ) as unknown as AnyDocument;

/** A refused body in words; `current` is the same document as it stands on the server. */
export function refusedFacts(
  kept: AnyDocument,
  current: AnyDocument | undefined,
  habits: ValueHabits,
): RefusedFacts {
  const body = written(kept);
  const isChange = current !== undefined && typeNamed(body.type)?.kind === 'record';
  const facts =
    isChange && current !== undefined
      ? changes(current, body, habits)
      : body.type === 'jobEvent'
        ? eventFacts(body, habits)
        : says(body, habits);
  return { title: titleWord(body, isChange, habits), facts, isChange };
}
