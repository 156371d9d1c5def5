import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#src/access/actor.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { documentTypes } from '#src/registry/registry.ts';
import { arbitraryDocument, arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { deviceOf, testActors, testPeople } from '#src/testing/test-people.ts';
import { mayCreate } from './may-create.ts';
import { may } from './may.ts';

type Relation = (document: AnyDocument, managerId: string) => boolean;
const desk: Relation = (document, id) => document['desk'] === id;
const collector: Relation = (document, id) => document['collectedBy'] === id;

/**
 * Who may create what, written down a second time by hand from the table of the design: for managers what has to be
 * true of them, `owner` whether owners may. Whatever is not here nobody creates.
 */
const table: Readonly<Record<string, { readonly owner: boolean; readonly manager: Relation }>> = {
  customer: { owner: true, manager: (one, id) => JSON.stringify(one['desks']) === JSON.stringify([id]) },
  vehicle: { owner: true, manager: (one, id) => JSON.stringify(one['desks']) === JSON.stringify([id]) },
  job: {
    owner: true,
    manager: (one, id) => desk(one, id) && (one['status'] as { round: number }).round === 0,
  },
  jobEvent: { owner: true, manager: desk },
  visit: { owner: true, manager: desk },
  photo: { owner: true, manager: desk },
  review: { owner: true, manager: () => false },
  payment: { owner: true, manager: collector },
  paymentProof: { owner: true, manager: collector },
  paymentCancellation: { owner: true, manager: collector },
  paymentDecision: { owner: true, manager: () => false },
  settlement: { owner: true, manager: (one, id) => one['from'] === id },
  settlementDecision: { owner: true, manager: (one, id) => one['to'] === id },
  waiver: { owner: true, manager: desk },
  waiverDecision: { owner: true, manager: () => false },
  settlementReceipt: { owner: true, manager: (one, id) => one['to'] === id },
  deposit: { owner: true, manager: (one, id) => one['person'] === id },
  depositDecision: { owner: true, manager: () => false },
  dayClose: { owner: true, manager: (one, id) => one['person'] === id },
};

/** `byOwner` says what the writer is, and a receipt whose hands took it; anything else is refused. */
const honest = (document: AnyDocument, actor: Actor): boolean => {
  if (document.type === 'settlementReceipt') return document['to'] === actor.userId;
  // Nobody takes the one waiver that another person may give alone.
  const [, , giver = actor.userId] = document._id.split(':');
  if (document.type === 'waiver' && giver !== actor.userId) return false;
  const tellsRole = ['payment', 'deposit', 'waiver'].includes(document.type);
  return !tellsRole || document['byOwner'] === (actor.role === 'owner');
};

function expected(document: AnyDocument, actor: Actor): boolean {
  const rule = table[document.type];
  if (rule === undefined || !honest(document, actor)) return false;
  if (actor.role === 'owner') return rule.owner;
  return actor.role === 'manager' && rule.manager(document, actor.userId);
}

const writtenBy = (document: AnyDocument, actor: Actor): AnyDocument => ({
  ...document,
  createdBy: actor.userId,
  device: deviceOf(actor),
});

describe.each(documentTypes)('creating $type', ({ type }) => {
  test.each(testActors)('is for $role $userId exactly what the table says', (actor) => {
    fc.assert(
      fc.property(arbitraryOf(type), (body) => {
        const document = writtenBy(body, actor);
        expect(may(actor, undefined, document) === undefined).toBe(expected(document, actor));
        // What was checked before is not checked again, and judged alike.
        expect(mayCreate(actor, document)).toBe(may(actor, undefined, document));
      }),
      { numRuns: 40 },
    );
  });
});

const writers = fc.constantFrom(testPeople.owner, testPeople.manager);

test('nobody creates in the name or on the device of another', () => {
  fc.assert(
    fc.property(arbitraryDocument, writers, (body, actor) => {
      const document = writtenBy(body, actor);
      expect(may(actor, undefined, { ...document, createdBy: 'somebody' })).toBe('foreign_creator');
      expect(may(actor, undefined, { ...document, device: 'some-phone' })).toBe('foreign_device');
      expect(may({ ...actor, deviceIds: [] }, undefined, document)).toBe('foreign_device');
    }),
  );
});

test('nobody creates with other access than the document itself gives, or with access already lost', () => {
  const keys = fc.subarray(['everyone', 'staff', 'desk:meera', 'desk:olga', 'tech:tara', 'customer:cyrus']);
  fc.assert(
    fc.property(arbitraryDocument, writers, keys, (body, actor, access) => {
      const document = writtenBy(body, actor);
      const own = JSON.stringify(access) === JSON.stringify(document.access);
      expect(own || may(actor, undefined, { ...document, access }) === 'access_mismatch').toBe(true);
      expect(may(actor, undefined, { ...document, was: ['desk:gone'] })).toBe('was_forged');
    }),
  );
});

test('the arrival time is the gateway’s to write', () => {
  fc.assert(
    fc.property(arbitraryDocument, writers, (body, actor) => {
      const document = { ...writtenBy(body, actor), at: '2026-04-01T06:00:00.000Z' };
      expect(may(actor, undefined, document)).toBe('at_forged');
    }),
  );
});

test('a field that no schema knows, and a type that no registry knows, are refused for everybody', () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.constantFrom(...testActors), (body, actor) => {
      const document = writtenBy(body, actor);
      expect(may(actor, undefined, { ...document, extra: true })).toBe('invalid_document');
      expect(may(actor, undefined, { ...document, type: 'extra' })).toBe('unknown_type');
    }),
  );
});
