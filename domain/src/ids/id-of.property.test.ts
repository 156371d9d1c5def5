import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTypes } from '#src/registry/registry.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { idSchema } from './document-id.ts';
import { idOf } from './id-of.ts';

const id = fc.stringMatching(/^job:[A-Za-z0-9][A-Za-z0-9:/_.-]{0,30}$/);

test('what names a document is an id of that type and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(id, fc.string({ unit: 'binary' })), (text) => {
      expect(idOf('job').safeParse(text).success).toBe(
        idSchema.safeParse(text).success && text.startsWith('job:'),
      );
    }),
  );
});

const names = [
  'jobId',
  'vehicleId',
  'customerId',
  'paymentId',
  'proofId',
  'settlementId',
  'waiverId',
  'depositId',
  'corrects',
];
const forged = (name: string): string[] => [`${name}|confirmed`, `${name}\u0000`, `${name} `, 'job:'];

describe.each(documentTypes)('$type', ({ type, schema }) => {
  test('names no other document’s total: ids joined by a bar are no ids', () => {
    fc.assert(
      fc.property(arbitraryOf(type), (document) => {
        const fields = names.filter((name) => typeof document[name] === 'string');
        const wrong: object[] = fields.flatMap((field) =>
          forged(String(document[field])).map((id) => ({ [field]: id })),
        );
        if (Array.isArray(document['payments'])) wrong.push({ payments: ['payment:1|2'] });
        for (const change of wrong)
          expect([change, schema.safeParse({ ...document, ...change }).success]).toEqual([change, false]);
      }),
      { numRuns: 30 },
    );
  });
});
