import type { PaymentMethod, PlateKind } from '@revops/domain';

/** A new job as it is typed: every field a text, empty where nothing is written. */
export interface NewJobValues {
  readonly plate: string;
  readonly plateKind: PlateKind;
  readonly phone: string;
  readonly customerName: string;
  readonly carModel: string;
  readonly workDescription: string;
  readonly estimate: string;
  readonly advance: string;
  readonly advanceMethod: PaymentMethod;
  readonly promisedDay: string;
  readonly odometer: string;
  readonly address: string;
  readonly partsRequired: string;
  readonly workerAssigned: string;
  readonly internalNotes: string;
  /** Whose job; empty is one's own desk. */
  readonly desk: string;
}

export const emptyValues: NewJobValues = {
  plate: '',
  plateKind: 'private',
  phone: '',
  customerName: '',
  carModel: '',
  workDescription: '',
  estimate: '',
  advance: '',
  advanceMethod: 'cash',
  promisedDay: '',
  odometer: '',
  address: '',
  partsRequired: '',
  workerAssigned: '',
  internalNotes: '',
  desk: '',
};

// Kept per person: a shared phone must not show one person's half-typed customer to the next.
const keyOf = (userId: string): string => `revops-draft-new-job-${userId}`;

/** What was being typed when the screen, or the whole app, was left. */
export function readDraft(userId: string): NewJobValues | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return undefined;
    const texts = Object.entries(stored).filter(
      ([field, value]) => field in emptyValues && typeof value === 'string',
    );
    return { ...emptyValues, ...Object.fromEntries(texts) };
  } catch {
    return undefined; // Storage may be blocked; the form then starts empty.
  }
}

export function writeDraft(userId: string, values: NewJobValues): void {
  try {
    if (isEmpty(values)) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify(values));
  } catch {
    // As above.
  }
}

export const clearDraft = (userId: string): void => writeDraft(userId, emptyValues);

export const isEmpty = (values: NewJobValues): boolean =>
  Object.entries(emptyValues).every(([field, empty]) => values[field as keyof NewJobValues] === empty);

const folded: readonly (keyof NewJobValues)[] = [
  'carModel',
  'workDescription',
  'estimate',
  'advance',
  'promisedDay',
  'odometer',
  'address',
  'partsRequired',
  'workerAssigned',
  'internalNotes',
  'desk',
];

/** Whether something is written in the folded part, which then has to be open. */
export const hasMore = (values: Partial<Record<keyof NewJobValues, unknown>>): boolean =>
  folded.some((field) => values[field] !== undefined && values[field] !== '');
