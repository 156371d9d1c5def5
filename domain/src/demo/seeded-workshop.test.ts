import { expect, test } from 'vitest';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { ledgerOf } from '#src/ledger/ledger.ts';
import { may } from '#src/permissions/may.ts';
import { accessOf, typeNamed } from '#src/registry/registry.ts';
import { seededWorkshop, type SeededWorkshopOptions } from './seeded-workshop.ts';

const options: SeededWorkshopOptions = { seed: 7, jobs: 300, now: '2026-06-15T09:00:00.000Z' };

test('the same seed gives the same bytes, another seed another workshop', () => {
  const bytes = (seed: number): string => canonicalJson([...seededWorkshop({ ...options, seed }).documents]);
  expect(bytes(7)).toBe(bytes(7));
  expect(bytes(7)).not.toBe(bytes(8));
});

test('every document fits its schema, has the access of its type, an id of its own and is not from the future', () => {
  const documents = [...seededWorkshop(options).documents];
  expect(new Set(documents.map((document) => document._id)).size).toBe(documents.length);
  for (const document of documents) {
    expect(typeNamed(document.type)?.schema.safeParse(document).error).toBeUndefined();
    expect(document.access).toEqual(accessOf(document));
    expect(document.createdAt <= options.now).toBe(true);
  }
});

test('every document of a person is one that its writer may create', () => {
  const { people, documents } = seededWorkshop(options);
  for (const document of documents) {
    if (document.device === 'server') continue;
    const writer = people.find((person) => person.userId === document.createdBy);
    if (writer === undefined) throw new Error(`nobody wrote ${document._id}`);
    expect(may({ ...writer, deviceIds: [writer.deviceId] }, undefined, document)).toBeUndefined();
  }
});

test('each device numbers its entries and jobs without a gap', () => {
  const { people, documents } = seededWorkshop(options);
  const all = [...documents];
  for (const { deviceId, code, last } of people) {
    const own = all.filter((document) => document.device === deviceId);
    const numbers = own.flatMap((document) => document.n ?? []).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: last.n }, (_, index) => index + 1));
    const jobs = own
      .filter((document) => document.type === 'job')
      .map((document) => String(document['number']));
    expect(jobs.toSorted().at(-1)).toBe(`${code}-${String(last.job).padStart(4, '0')}`);
    expect(jobs).toHaveLength(last.job);
  }
});

test('it has work in every state, money in every method and state, and hand-overs', () => {
  const documents = [...seededWorkshop({ ...options, jobs: 1500 }).documents];
  const values = (type: string, read: (document: AnyDocument) => string): string[] => [
    ...new Set(documents.filter((document) => document.type === type).map(read)),
  ];
  expect(values('job', (job) => (job['status'] as { value: string }).value).toSorted()).toEqual([
    'cancelled',
    'completed',
    'delivered',
    'in_progress',
    'pending',
    'quality_check',
    'waiting_for_parts',
  ]);
  const states = [...ledgerOf(documents, 'Asia/Kolkata').keys()].filter((key) => key.startsWith('money|'));
  const part = (index: number): string[] =>
    [...new Set(states.map((key) => key.split('|')[index] ?? ''))].toSorted();
  expect(part(2)).toEqual(['bank', 'card', 'cash', 'cheque', 'upi']);
  expect(part(3)).toEqual(['cancelled', 'clash', 'confirmed', 'rejected', 'waiting']);
  expect(values('settlementDecision', (decision) => String(decision['verdict']))).toEqual(['confirmed']);
});
