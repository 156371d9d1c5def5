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

/** What was left, as far as this version of the form knows it. */
export function readValues(left: unknown): NewJobValues | undefined {
  if (typeof left !== 'object' || left === null) return undefined;
  const texts = Object.entries(left).filter(
    ([field, value]) => field in emptyValues && typeof value === 'string',
  );
  return { ...emptyValues, ...Object.fromEntries(texts) };
}

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
