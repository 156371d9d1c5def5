import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessOf, documentTypes } from '#src/registry/registry.ts';
import { accessKeySchema } from '#src/documents/envelope.ts';
import { arbitraryDocument, arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { testActors, testPeople } from '#src/testing/test-people.ts';
import { canRead, keysOf } from './actor.ts';

test('accessOf needs nothing but the document: a copy on another phone has the same readers', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const copy = JSON.parse(JSON.stringify({ ...document, access: ['everyone'], was: ['staff'] }));
      expect(accessOf(copy)).toEqual(accessOf(document));
    }),
  );
});

test('access keys are sorted, free of repeats and of the known kinds', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const access = accessOf(document);
      expect(access).toEqual([...new Set(access)].toSorted());
      for (const key of access) expect(accessKeySchema.safeParse(key).success).toBe(true);
    }),
  );
});

test('a document of an unknown type is for nobody', () => {
  expect(accessOf({ ...fc.sample(arbitraryDocument, 1)[0]!, type: 'audit' })).toEqual([]);
});

const carriesMoneyOrNotes = documentTypes
  .map((definition) => definition.type)
  .filter((type) => !['workshop', 'member', 'jobEvent', 'photo'].includes(type));

test.each(carriesMoneyOrNotes)('a %s is never read by technicians or customers', (type) => {
  fc.assert(
    fc.property(arbitraryOf(type), (document) => {
      for (const actor of [testPeople.technician, testPeople.customer])
        expect(canRead(keysOf(actor), document)).toBe(false);
    }),
  );
});

test('a timeline line about an amount is not read by technicians, others by those assigned', () => {
  fc.assert(
    fc.property(arbitraryOf('jobEvent'), (event) => {
      const assigned = (event['assigned'] as string[]).includes('tara');
      expect(canRead(keysOf(testPeople.technician), event)).toBe(assigned && event['kind'] !== 'amount');
    }),
  );
});

test('a photo is read by the technicians assigned', () => {
  fc.assert(
    fc.property(arbitraryOf('photo'), (photo) => {
      const assigned = (photo['assigned'] as string[]).includes('tara');
      expect(canRead(keysOf(testPeople.technician), photo)).toBe(assigned);
      expect(canRead(keysOf(testPeople.customer), photo)).toBe(false);
    }),
  );
});

test('a manager reads no job, payment or event of another desk', () => {
  const types = [
    'job',
    'jobEvent',
    'photo',
    'payment',
    'paymentDecision',
    'paymentCancellation',
    'paymentProof',
    'waiver',
    'waiverDecision',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...types).chain(arbitraryOf), (document) => {
      const concerns = document['desk'] === 'meera' || document['collectedBy'] === 'meera';
      expect(canRead(keysOf(testPeople.manager), document)).toBe(concerns);
    }),
  );
});

test('owners read everything, everybody the workshop, staff the members', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      expect(canRead(keysOf(testPeople.owner), document)).toBe(true);
    }),
  );
  for (const actor of testActors) {
    expect(canRead(keysOf(actor), { access: ['everyone'] })).toBe(true);
    expect(canRead(keysOf(actor), { access: ['staff'] })).toBe(['owner', 'manager'].includes(actor.role));
  }
});
