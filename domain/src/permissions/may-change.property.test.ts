import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#src/access/actor.ts';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { accessOf, documentTypes } from '#src/registry/registry.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { testActors, testPeople } from '#src/testing/test-people.ts';
import { may } from './may.ts';

const entries = documentTypes.filter((definition) => definition.kind === 'entry');
const { owner, secondOwner, manager, otherManager, technician, customer } = testPeople;

const allowed = (actor: Actor, before: AnyDocument, after: AnyDocument): boolean =>
  may(actor, before, { ...after, access: accessOf(after) }) === undefined;

test.each(entries)('nobody changes a stored $type', ({ type }) => {
  fc.assert(
    fc.property(arbitraryOf(type), fc.constantFrom(...testActors), (entry, actor) => {
      expect(may(actor, entry, { ...entry, note: 'changed' })).not.toBeUndefined();
      expect(may(actor, entry, entry)).toBe('immutable');
    }),
    { numRuns: 40 },
  );
});

test.each(documentTypes)('who wrote a $type, when and where never changes', ({ type }) => {
  const changes = fc.constantFrom<Partial<AnyDocument>>(
    { createdBy: 'somebody' },
    { createdAt: '1999-01-01T00:00:00.000Z' },
    { device: 'some-phone' },
    { offset: 60 },
  );
  fc.assert(
    fc.property(arbitraryOf(type), changes, fc.constantFrom(...testActors), (document, change, actor) => {
      expect(allowed(actor, document, { ...document, ...change })).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test.each(['member', 'device'])('nobody changes a %s: the gateway alone writes it', (type) => {
  fc.assert(
    fc.property(
      arbitraryOf(type),
      arbitraryOf(type),
      fc.constantFrom(...testActors),
      (before, other, actor) => {
        const after = {
          ...other,
          _id: before._id,
          createdAt: before.createdAt,
          createdBy: before.createdBy,
          device: before.device,
        };
        expect(allowed(actor, before, after)).toBe(false);
      },
    ),
  );
});

test('owners alone change the workshop', () => {
  fc.assert(
    fc.property(arbitraryOf('workshop'), fc.constantFrom(...testActors), (workshop, actor) => {
      expect(allowed(actor, workshop, { ...workshop, name: 'Renamed' })).toBe(actor.role === 'owner');
    }),
  );
});

describe('a job', () => {
  const values: Readonly<Record<string, unknown>> = {
    customerName: 'Somebody Else',
    phone: '+919800000000',
    carModel: 'Ambassador',
    vehicleNumber: 'WB02A0001',
    workDescription: 'Other work',
    estimatedAmount: 77,
    billedAmount: 78,
    dueAt: '2031-01-01T00:00:00.000Z',
    promisedAt: '2031-01-01T00:00:00.000Z',
    odometer: 1_234_567,
    address: 'Elsewhere',
    partsRequired: 'Other parts',
    workerAssigned: 'Other worker',
    internalNotes: 'Other notes',
    assigned: ['new-technician'],
    vehicleId: 'vehicle:other',
    customerId: 'customer:other',
    archived: true,
  };
  const schemaFields = [...documentTypes].find((definition) => definition.type === 'job')
    ?.schema as unknown as { shape: Record<string, unknown> };

  test('has no field that these tests forget', () => {
    const envelope = [
      '_id',
      'type',
      'schema',
      'createdAt',
      'createdBy',
      'device',
      'offset',
      'at',
      'access',
      'was',
      'stamps',
    ];
    const separately = ['number', 'desk', 'status'];
    expect([...Object.keys(values), ...envelope, ...separately].toSorted()).toEqual(
      Object.keys(schemaFields.shape).toSorted(),
    );
  });

  test.each(Object.keys(values))(
    '%s is changed by owners and by the manager of its desk, by nobody else',
    (field) => {
      fc.assert(
        fc.property(arbitraryOf('job'), fc.constantFrom(...testActors), (job, actor) => {
          const after = { ...job, customerName: 'Somebody', [field]: values[field] };
          const right = actor.role === 'owner' || (actor.role === 'manager' && job['desk'] === actor.userId);
          expect(allowed(actor, job, after)).toBe(right);
        }),
        { numRuns: 50 },
      );
    },
  );

  test('is given to another desk by owners only, and taken by nobody', () => {
    fc.assert(
      fc.property(arbitraryOf('job'), fc.constantFrom('olga', 'meera', 'manoj'), (job, desk) => {
        const after = { ...job, desk };
        fc.pre(job['desk'] !== desk);
        for (const actor of [owner, secondOwner]) expect(allowed(actor, job, after)).toBe(true);
        for (const actor of [manager, otherManager, technician, customer])
          expect(allowed(actor, job, after)).toBe(false);
      }),
    );
  });

  test('keeps its number', () => {
    fc.assert(
      fc.property(arbitraryOf('job'), fc.constantFrom(...testActors), (job, actor) => {
        expect(allowed(actor, job, { ...job, number: 'Z9-9999' })).toBe(false);
      }),
    );
  });
});

describe.each(['customer', 'vehicle'])('a %s of the book', (type) => {
  const change = type === 'customer' ? { address: 'Elsewhere' } : { model: 'Ambassador' };

  test('is changed by owners and by managers who can read it', () => {
    fc.assert(
      fc.property(arbitraryOf(type), fc.constantFrom(...testActors), (before, actor) => {
        const reads = before['shared'] === true || (before['desks'] as string[]).includes(actor.userId);
        const right = actor.role === 'owner' || (actor.role === 'manager' && reads);
        expect(allowed(actor, before, { ...before, ...change })).toBe(right);
      }),
    );
  });

  test('gets from a manager no other desk than the own, loses none, and is neither hidden nor shared', () => {
    fc.assert(
      fc.property(
        arbitraryOf(type),
        fc.subarray(['olga', 'meera', 'manoj']),
        fc.boolean(),
        (before, desks, shared) => {
          const known = before['desks'] as string[];
          const added = desks.filter((desk) => !known.includes(desk));
          const lost = known.filter((desk) => !desks.includes(desk));
          const reads = before['shared'] === true || known.includes('meera');
          const right =
            reads &&
            lost.length === 0 &&
            added.every((desk) => desk === 'meera') &&
            shared === before['shared'];
          expect(allowed(manager, before, { ...before, desks, shared })).toBe(right);
          expect(allowed(owner, before, { ...before, desks, shared })).toBe(true);
        },
      ),
    );
  });
});

test('what may allows depends on the documents and the account only: asking twice gives one answer', () => {
  fc.assert(
    fc.property(
      arbitraryOf('job'),
      arbitraryOf('job'),
      fc.constantFrom(...testActors),
      (before, after, actor) => {
        const copy = (document: AnyDocument): AnyDocument =>
          JSON.parse(canonicalJson(document)) as AnyDocument;
        expect(may(actor, copy(before), copy(after))).toBe(may(actor, before, after));
      },
    ),
  );
});
