import { addDays, cashStatement, seededRandom, type AnyDocument } from '@revops/domain';
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

it('of some days it says their lines and what they come to, as the whole one does, whatever came after them', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1e6 }),
      people,
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
      async (seed, { userId }, first, length) => {
        const documents = shuffled(seed);
        const { db } = await phoneWith(documents);
        const [from, to] = [addDays('2026-04-01', first), addDays('2026-04-01', first + length)];
        const filter = { person: userId, limit: 1000, timeZone: zone, from, to };
        const page = await reading(db, (tx) => cashStatementPage(tx, filter, own));
        const whole = cashStatement(documents, userId, zone);
        const days = whole.filter(({ day }) => day >= from && day <= to);
        const ids = (all: readonly { readonly lines: readonly { readonly balance: number }[] }[]) =>
          all.flatMap(({ lines }) => lines.map(({ balance }) => balance));
        expect(page.days.map(({ day }) => day)).toEqual(days.map(({ day }) => day));
        expect(ids(page.days)).toEqual(ids(days));
        const before = whole.find(({ day }) => day < from)?.closing ?? 0;
        const effects = days.flatMap(({ lines }) => lines.map(({ move }) => move.effect));
        const came = effects.filter((effect) => effect > 0).reduce((sum, effect) => sum + effect, 0);
        const closing = days[0]?.closing ?? before;
        const went = before + came - closing;
        expect(page.sums).toEqual({ opening: before, came, went, closing });
        db.close();
      },
    ),
    { numRuns: 12 },
  ));
