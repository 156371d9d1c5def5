import { cashStatement, seededRandom, type AnyDocument } from '@revops/domain';
import { randomHistory, testPeople } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { testPhone, workshopDocument, zone } from '../testing/phone.ts';
import { cashStatementPage } from './cash-statement.ts';

const rev = `1-${'0'.repeat(32)}`;
const own = { userId: 'olga', name: 'Olga', deviceId: 'd', deviceCode: 'A1', role: 'owner' } as const;
const people = fc.constantFrom(testPeople.owner, testPeople.manager, testPeople.otherManager);

/** Documents in an order in which followers may come first, as they do from two phones. */
function shuffled(seed: number): readonly AnyDocument[] {
  const random = seededRandom(seed);
  return [...randomHistory(seed, 120).stored.values()]
    .map((document) => ({ document, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ document }) => document);
}

async function phoneWith(documents: readonly AnyDocument[]) {
  const phone = await testPhone({ userId: 'olga', role: 'owner' });
  const all = [workshopDocument(), ...documents.filter(({ type }) => type !== 'workshop')];
  await applyPulled(
    phone.db,
    all.map((body) => ({ id: body._id, rev, body })),
  );
  return phone;
}

it('every page of a statement says what the whole one recomputed from the documents says, to the paisa', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1e6 }),
      people,
      fc.integer({ min: 1, max: 30 }),
      async (seed, { userId }, limit) => {
        const documents = shuffled(seed);
        const { db } = await phoneWith(documents);
        const page = await reading(db, (tx) =>
          cashStatementPage(tx, { person: userId, limit, timeZone: zone }, own),
        );
        const whole = cashStatement(documents, userId, zone);
        const lines = whole.flatMap((day) => day.lines);
        const said = page.days.flatMap((day) => day.lines);
        expect(said.map(({ move, balance }) => [move.id, move.at, move.effect, balance])).toEqual(
          lines
            .slice(0, limit)
            .map(({ move, balance }) => [move.document._id, move.at, move.effect, balance]),
        );
        expect(page.inHand.amount).toBe(whole[0]?.closing ?? 0);
        expect(page.more).toBe(lines.length > limit);
        db.close();
      },
    ),
    { numRuns: 12 },
  ));
