import { closeDay } from '#src/acts/close-day.ts';
import type { DayClose } from '#src/documents/day-close.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { money } from '#src/money/money.ts';
import { countedNotes } from './counted-notes.ts';
import { actDocuments, type World } from './job-book.ts';
import { SeededContext, type SeededPerson } from './seeded-people.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Since when evenings are closed with the app, in days before now. */
const SINCE_DAYS = 45;
/** A quarter to eight, when the last car has left. */
const CLOSE_MS = 19.75 * 60 * MINUTE_MS;

const reasons = [
  'Change was given from the own pocket',
  'Tea and petrol paid from the drawer',
  'A torn note was not taken',
  'Customer was given too much back',
] as const;

/** The evenings of working days, the oldest first. */
function* evenings({ nowMs, aside }: World, startMs: number): Generator<number, void, undefined> {
  for (let day = SINCE_DAYS; day >= 0; day -= 1) {
    const ms = nowMs - day * DAY_MS;
    const offset = aside.hours.offsetAt(ms) * MINUTE_MS;
    const midnight = Math.floor((ms + offset) / DAY_MS) * DAY_MS;
    const close = midnight - offset + CLOSE_MS;
    if (new Date(midnight).getUTCDay() !== 0 && close < nowMs - 40 * MINUTE_MS && close > startMs)
      yield close;
  }
}

/** One evening of one person: mostly right, sometimes some rupees short, rarely counted twice. */
function closeEvening(world: World, person: SeededPerson, ms: number, held: number): AnyDocument[] {
  const { random, hours } = world.aside;
  const context = (at: number): SeededContext =>
    new SeededContext(person, at, { workshop: world.workshop, random, offset: hours.offsetAt(at) });
  const expected = money(held);
  const write = (at: number, counted: number, closes: readonly DayClose[], reason?: string) =>
    actDocuments(
      closeDay(
        context(at),
        { counted: money(counted), expected, notes: countedNotes(counted), reason },
        { held: expected, closes },
      ),
    );
  const short = random.chance(0.1) ? Math.min(held, random.between(1, 18) * 1000) : 0;
  const why = short > 0 ? random.pick(reasons) : undefined;
  if (held <= 50_000 || !random.chance(0.04)) return [...write(ms, held - short, [], why)];
  const first = write(ms, held - 50_000, [], 'One note of ₹500 is missing');
  const again = 'Counted again: the note lay in the other drawer';
  return [...first, ...write(ms + 9 * MINUTE_MS, held, first as unknown as DayClose[], again)];
}

/** The closes of the last weeks: who has something on its way, or nothing in hand, goes home without one. */
export function* closeEvenings(
  world: World,
  people: readonly SeededPerson[],
  startMs: number,
): Generator<AnyDocument, void, undefined> {
  const { drawers, aside, owner } = world;
  for (const evening of evenings(world, startMs))
    for (const person of people) {
      const ms = evening + aside.random.between(0, 25) * MINUTE_MS;
      const held = drawers.heldAt(person.userId, ms);
      if (person === owner || held <= 0 || drawers.isOnItsWay(person.userId, ms)) continue;
      if (!aside.random.chance(0.1)) yield* closeEvening(world, person, ms, held);
    }
}
