import {
  ledgerOf,
  paymentState,
  receivedIn,
  seededWorkshop,
  signedAmount,
  waiverState,
  type AnyDocument,
  type Payment,
  type Waiver,
} from '@revops/domain';
import { arbitraryDocument } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emissionsOf } from './emissions.ts';

const keysOf = (doc: { readonly _id: string }): readonly (readonly string[])[] =>
  emissionsOf('by-list', { ...doc }).map(({ key }) => key as readonly string[]);

describe('the lists', () => {
  it('hold jobs, money and counted cash once for the owner and once for each reader, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const listed = keysOf(doc).filter(([list]) => list === doc.type);
        const isListed = ['job', 'payment', 'settlement', 'waiver', 'deposit', 'dayClose'].includes(doc.type);
        expect(listed.map(([, reader]) => reader)).toEqual(isListed ? ['*', ...doc.access] : []);
        const at = doc.at ?? (doc['receivedAt'] as string | undefined) ?? doc.createdAt;
        for (const [, , place] of listed) expect(place).toBe(`${at} ${doc._id}`);
      }),
    );
  });

  it('have each job that is not over in the list of its status, for the same readers', () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const byStatus = keysOf(doc).filter(([list]) => list?.startsWith('job ') === true);
        const { value = '' } = (doc['status'] ?? {}) as { readonly value?: string };
        const isOpen = doc.type === 'job' && value !== 'delivered' && value !== 'cancelled';
        const readers = isOpen ? ['*', ...doc.access] : [];
        expect(byStatus.map(([list, reader]) => [list, reader])).toEqual(
          readers.map((reader) => [`job ${value}`, reader]),
        );
      }),
    );
  });

  it('show of a customer no more than the last four digits', () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const text = JSON.stringify(emissionsOf('by-list', { ...doc }));
        const words = ['customerName', 'name', 'address', 'internalNotes', 'note'].map((name) => doc[name]);
        const phone = typeof doc['phone'] === 'string' ? [doc['phone'].slice(1)] : [];
        // Shorter ones may stand in an id by chance.
        const hidden = [...words, ...phone].filter((word) => typeof word === 'string' && word.length > 6);
        expect(hidden.filter((word) => text.includes(String(word)))).toEqual([]);
      }),
    );
  });

  it('tell what was received for each job, to the paisa', () => {
    const timeZone = 'Asia/Kolkata';
    const all: readonly AnyDocument[] = [
      ...seededWorkshop({ seed: 5, jobs: 80, now: '2026-03-01T10:00:00.000Z', timeZone }).documents,
    ];
    const rows = all.flatMap((doc) => emissionsOf('by-list', doc));
    const figures = (list: string, id: string): readonly AnyDocument[] =>
      rows
        .filter(({ key }) => JSON.stringify(key) === JSON.stringify([list, id, 0]))
        .map(({ value }) => value as AnyDocument);
    const totals = ledgerOf(all, timeZone);
    for (const { _id } of all.filter(({ type }) => type === 'job')) {
      const sums = { waiting: 0, confirmed: 0, waived: 0 };
      for (const one of figures('money', _id)) {
        const payment = one as AnyDocument & Payment;
        const { state } = paymentState(payment, figures('word', payment._id));
        if (state === 'waiting' || state === 'confirmed') sums[state] += signedAmount(payment);
      }
      for (const one of figures('waived', _id)) {
        const waiver = one as AnyDocument & Waiver;
        if (waiverState(waiver, figures('word', waiver._id)).state === 'confirmed')
          sums.waived += waiver.amount;
      }
      expect(sums).toEqual(receivedIn(totals, _id));
    }
  });
});
